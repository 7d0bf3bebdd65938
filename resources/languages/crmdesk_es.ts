<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
    <context>
        <name>AboutDialog</name>
        <message>
            <source>About CRM Desk</source>
            <translation>Acerca de CRM Desk</translation>
        </message>
        <message>
            <source>Libraries and their licences</source>
            <translation>Bibliotecas y sus licencias</translation>
        </message>
        <message>
            <source>CRM Desk</source>
            <translation>CRM Desk</translation>
        </message>
        <message>
            <source>Version {version} · MIT licence</source>
            <translation>Versión {version} · licencia MIT</translation>
        </message>
        <message>
            <source>All your CRMs in one window.</source>
            <translation>Todos sus CRM en una ventana.</translation>
        </message>
        <message>
            <source>Profile</source>
            <translation>Perfil</translation>
        </message>
        <message>
            <source>Backups</source>
            <translation>Copias de seguridad</translation>
        </message>
        <message>
            <source>Logs</source>
            <translation>Registros de actividad</translation>
        </message>
        <message>
            <source>Program</source>
            <translation>Programa</translation>
        </message>
        <message>
            <source>Version</source>
            <translation>Versión</translation>
        </message>
        <message>
            <source>Built from</source>
            <translation>Compilado de</translation>
        </message>
        <message>
            <source>its source, as it lies here</source>
            <translation>su código fuente, tal como está aquí</translation>
        </message>
        <message>
            <source>System</source>
            <translation>Sistema</translation>
        </message>
        <message>
            <source>Database</source>
            <translation>Base de datos</translation>
        </message>
        <message>
            <source>version {number}</source>
            <translation>versión {number}</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Copiar</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Cerrar</translation>
        </message>
    </context>
    <context>
        <name>Account</name>
        <message>
            <source>Reads {file}: by file, not live; changes are handed over</source>
            <translation>Lee {file}: por archivo, no en vivo; los cambios se entregan</translation>
        </message>
        <message>
            <source>Reads and changes {file}</source>
            <translation>Lee y cambia {file}</translation>
        </message>
        <message>
            <source>Reads {file}: by file, not live</source>
            <translation>Lee {file}: por archivo, no en vivo</translation>
        </message>
        <message>
            <source>Signed in as {who}</source>
            <translation>Sesión iniciada como {who}</translation>
        </message>
        <message>
            <source>Up to date</source>
            <translation>Al día</translation>
        </message>
        <message>
            <source>Changes waiting</source>
            <translation>Hay cambios en espera</translation>
        </message>
        <message>
            <source>Pulling</source>
            <translation>Recibiendo</translation>
        </message>
        <message>
            <source>Sending</source>
            <translation>Enviando</translation>
        </message>
        <message>
            <source>Paused</source>
            <translation>En pausa</translation>
        </message>
        <message>
            <source>Waiting for the CRM’s limit</source>
            <translation>Espera el límite del CRM</translation>
        </message>
        <message>
            <source>Offline</source>
            <translation>Sin conexión</translation>
        </message>
        <message>
            <source>Needs sign-in</source>
            <translation>Requiere iniciar sesión</translation>
        </message>
        <message>
            <source>Needs review</source>
            <translation>Requiere revisión</translation>
        </message>
        <message>
            <source>Failing</source>
            <translation>Con fallos</translation>
        </message>
        <message>
            <source>Never synced</source>
            <translation>Nunca sincronizado</translation>
        </message>
        <message>
            <source>Needs you</source>
            <translation>Le necesita</translation>
        </message>
    </context>
    <context>
        <name>AccountMenu</name>
        <message>
            <source>Sync now</source>
            <translation>Sincronizar ahora</translation>
        </message>
        <message>
            <source>Compare everything</source>
            <translation>Comparar todo</translation>
        </message>
        <message>
            <source>Hand over changes…</source>
            <translation>Entregar cambios…</translation>
        </message>
        <message>
            <source>Nothing waits to be handed over.</source>
            <translation>No hay nada que entregar.</translation>
        </message>
        <message>
            <source>What to sync from {name}…</source>
            <translation>Qué sincronizar desde {name}…</translation>
        </message>
        <message>
            <source>What to send to {name}…</source>
            <translation>Qué enviar a {name}…</translation>
        </message>
        <message>
            <source>History…</source>
            <translation>Historial…</translation>
        </message>
        <message>
            <source>Sign in again…</source>
            <translation>Iniciar sesión de nuevo…</translation>
        </message>
        <message>
            <source>New key…</source>
            <translation>Nueva clave…</translation>
        </message>
        <message>
            <source>Detected settings…</source>
            <translation>Ajustes detectados…</translation>
        </message>
        <message>
            <source>Rename…</source>
            <translation>Cambiar nombre…</translation>
        </message>
        <message>
            <source>Remove account…</source>
            <translation>Quitar cuenta…</translation>
        </message>
        <message>
            <source>Change the account</source>
            <translation>Cambiar la cuenta</translation>
        </message>
        <message>
            <source>Resume</source>
            <translation>Reanudar</translation>
        </message>
        <message>
            <source>Resume the account</source>
            <translation>Reanudar la cuenta</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>Pausar</translation>
        </message>
        <message>
            <source>Pause the account</source>
            <translation>Pausar la cuenta</translation>
        </message>
        <message>
            <source>For 1 hour</source>
            <translation>Durante 1 hora</translation>
        </message>
        <message>
            <source>Until tomorrow</source>
            <translation>Hasta mañana</translation>
        </message>
        <message>
            <source>Until resumed</source>
            <translation>Hasta reanudar</translation>
        </message>
        <message>
            <source>Sync automatically</source>
            <translation>Sincronizar automáticamente</translation>
        </message>
        <message>
            <source>Every 15 minutes</source>
            <translation>Cada 15 minutos</translation>
        </message>
        <message>
            <source>Every 30 minutes</source>
            <translation>Cada 30 minutos</translation>
        </message>
        <message>
            <source>Every hour</source>
            <translation>Cada hora</translation>
        </message>
        <message>
            <source>Every 2 hours</source>
            <translation>Cada 2 horas</translation>
        </message>
        <message>
            <source>Every 4 hours</source>
            <translation>Cada 4 horas</translation>
        </message>
        <message>
            <source>Daily at {time}…</source>
            <translation>Cada día a las {time}…</translation>
        </message>
        <message>
            <source>Daily at…</source>
            <translation>Cada día a las…</translation>
        </message>
        <message>
            <source>Manually</source>
            <translation>Manualmente</translation>
        </message>
        <message>
            <source>Quiet hours {hours}…</source>
            <translation>Horas de silencio {hours}…</translation>
        </message>
        <message>
            <source>Quiet hours…</source>
            <translation>Horas de silencio…</translation>
        </message>
        <message>
            <source>Direction</source>
            <translation>Dirección</translation>
        </message>
        <message>
            <source>Both ways</source>
            <translation>En ambos sentidos</translation>
        </message>
        <message>
            <source>Only read from the CRM</source>
            <translation>Solo leer del CRM</translation>
        </message>
        <message>
            <source>Only write to the CRM</source>
            <translation>Solo escribir en el CRM</translation>
        </message>
        <message>
            <source>Where accounts disagree, the value of the higher one is shown.</source>
            <translation>Si las cuentas difieren, se muestra el valor de la superior.</translation>
        </message>
        <message>
            <source>Move the account</source>
            <translation>Mover la cuenta</translation>
        </message>
        <message>
            <source>Move up</source>
            <translation>Subir</translation>
        </message>
        <message>
            <source>Move down</source>
            <translation>Bajar</translation>
        </message>
        <message>
            <source>Deleting here also deletes there</source>
            <translation>Al eliminar aquí se elimina también allí</translation>
        </message>
        <message>
            <source>{name} is read-only.</source>
            <translation>{name} es de solo lectura.</translation>
        </message>
        <message>
            <source>{name} allows no deleting from outside.</source>
            <translation>{name} no permite eliminar desde fuera.</translation>
        </message>
        <message>
            <source>Sync daily</source>
            <translation>Sincronizar cada día</translation>
        </message>
        <message>
            <source>Time of day on this computer</source>
            <translation>Hora en este equipo</translation>
        </message>
        <message numerus="yes">
            <source>%Ln contact(s) (is|are) missing in {name}</source>
            <translation>
                <numerusform>Falta %Ln contacto en {name}</numerusform>
                <numerusform>Faltan %Ln contactos en {name}</numerusform>
            </translation>
        </message>
        <message>
            <source>A sync never removes that many without asking, so nothing was removed. If they were deleted there on purpose, remove them here too. Otherwise keep them and check the CRM.</source>
            <translation>Una sincronización nunca elimina tantos sin preguntar, así que no se ha eliminado nada. Si se eliminaron allí a propósito, elimínelos también aquí. Si no, consérvelos y revise el CRM.</translation>
        </message>
        <message>
            <source>Review the removals</source>
            <translation>Revisar los eliminados</translation>
        </message>
        <message>
            <source>Remove them here too</source>
            <translation>Eliminar también aquí</translation>
        </message>
        <message>
            <source>Keep them</source>
            <translation>Conservar</translation>
        </message>
        <message>
            <source>Nothing is deleted in the CRM.</source>
            <translation>No se elimina nada en el CRM.</translation>
        </message>
        <message numerus="yes">
            <source>%Ln change(s) (has|have) not been sent and will not be.</source>
            <translation>
                <numerusform>%Ln cambio no se ha enviado ni se enviará.</numerusform>
                <numerusform>%Ln cambios no se han enviado ni se enviarán.</numerusform>
            </translation>
        </message>
        <message>
            <source>Remove {name}?</source>
            <translation>¿Quitar {name}?</translation>
        </message>
        <message>
            <source>Remove the account</source>
            <translation>Quitar la cuenta</translation>
        </message>
        <message>
            <source>Remove with its contacts</source>
            <translation>Quitar con sus contactos</translation>
        </message>
        <message>
            <source>Remove, keep its contacts here</source>
            <translation>Quitar y conservar aquí sus contactos</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Volver</translation>
        </message>
    </context>
    <context>
        <name>AccountRow</name>
        <message>
            <source>More for {name}</source>
            <translation>Más de {name}</translation>
        </message>
        <message>
            <source>Progress of {name}</source>
            <translation>Progreso de {name}</translation>
        </message>
        <message>
            <source>Calls used by {name}</source>
            <translation>Llamadas usadas por {name}</translation>
        </message>
        <message>
            <source>API calls used, of those that the CRM allows:</source>
            <translation>Llamadas a la API usadas de las que permite el CRM:</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
        <message>
            <source>Last synced: {when}</source>
            <translation>Última sincronización: {when}</translation>
        </message>
        <message>
            <source>Next: {when}</source>
            <translation>Siguiente: {when}</translation>
        </message>
    </context>
    <context>
        <name>Accounts</name>
        <message>
            <source>This computer</source>
            <translation>Este equipo</translation>
        </message>
    </context>
    <context>
        <name>ActivityList</name>
        <message>
            <source>All</source>
            <translation>Todo</translation>
        </message>
        <message>
            <source>Problems</source>
            <translation>Problemas</translation>
        </message>
        <message>
            <source>Changed in both places</source>
            <translation>Cambiado en ambos sitios</translation>
        </message>
        <message>
            <source>Sent</source>
            <translation>Enviado</translation>
        </message>
        <message>
            <source>History…</source>
            <translation>Historial…</translation>
        </message>
        <message>
            <source>Every sync as a table</source>
            <translation>Cada sincronización en una tabla</translation>
        </message>
        <message>
            <source>None of the recent syncs match.</source>
            <translation>Ninguna sincronización reciente coincide.</translation>
        </message>
        <message>
            <source>No sync has run yet. Each one leaves a receipt here.</source>
            <translation>Aún no hay sincronizaciones. Cada una deja aquí un recibo.</translation>
        </message>
        <message>
            <source>compared everything</source>
            <translation>todo comparado</translation>
        </message>
    </context>
    <context>
        <name>ActivityRow</name>
        <message>
            <source>Show more</source>
            <translation>Mostrar más</translation>
        </message>
        <message>
            <source>Nothing was written and nothing refused yet.</source>
            <translation>Todavía no se escribió ni se rechazó nada.</translation>
        </message>
        <message>
            <source>Read the activity of the local API</source>
            <translation>Leer la actividad de la API local</translation>
        </message>
        <message>
            <source>No name</source>
            <translation>Sin nombre</translation>
        </message>
        <message>
            <source>Show more of {n}</source>
            <translation>Mostrar más de {n}</translation>
        </message>
        <message>
            <source>no key</source>
            <translation>sin clave</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Abrir</translation>
        </message>
    </context>
    <context>
        <name>AddAccountDialog</name>
        <message>
            <source>Connect a CRM</source>
            <translation>Conectar un CRM</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Volver</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
        <message>
            <source>Connecting…</source>
            <translation>Conectando…</translation>
        </message>
        <message>
            <source>Connect and sync</source>
            <translation>Conectar y sincronizar</translation>
        </message>
        <message>
            <source>Signing in…</source>
            <translation>Iniciando sesión…</translation>
        </message>
        <message>
            <source>Sign in in the browser…</source>
            <translation>Iniciar sesión en el navegador…</translation>
        </message>
        <message>
            <source>Test the connection</source>
            <translation>Probar la conexión</translation>
        </message>
        <message>
            <source>Connect the account</source>
            <translation>Conectar la cuenta</translation>
        </message>
        <message>
            <source>Look who is here already</source>
            <translation>Ver quién está ya aquí</translation>
        </message>
        <message>
            <source>Sign in in the browser</source>
            <translation>Iniciar sesión en el navegador</translation>
        </message>
        <message>
            <source>First sync</source>
            <translation>Primera sincronización</translation>
        </message>
        <message>
            <source>Keep the setting</source>
            <translation>Guardar el ajuste</translation>
        </message>
        <message>
            <source>Settings from a .env file</source>
            <translation>Ajustes de un archivo .env</translation>
        </message>
        <message>
            <source>Read the file</source>
            <translation>Leer el archivo</translation>
        </message>
    </context>
    <context>
        <name>AddressEditor</name>
        <message>
            <source>Copy the address</source>
            <translation>Copiar la dirección</translation>
        </message>
        <message>
            <source>Edit the parts of the address</source>
            <translation>Editar las partes de la dirección</translation>
        </message>
    </context>
    <context>
        <name>AddressRow</name>
        <message>
            <source>Copy the address</source>
            <translation>Copiar la dirección</translation>
        </message>
    </context>
    <context>
        <name>AdvancedPage</name>
        <message>
            <source>No file manager answered. The path can be copied.</source>
            <translation>Ningún gestor de archivos respondió. La ruta se puede copiar.</translation>
        </message>
        <message>
            <source>LOG_LEVEL={level} was set for this start, and goes before this setting.</source>
            <translation>Para este inicio se fijó LOG_LEVEL={level}, que tiene prioridad sobre este ajuste.</translation>
        </message>
        <message>
            <source>Check now</source>
            <translation>Comprobar ahora</translation>
        </message>
        <message>
            <source>Check the database</source>
            <translation>Comprobar la base de datos</translation>
        </message>
        <message>
            <source>Back up…</source>
            <translation>Copia de seguridad…</translation>
        </message>
        <message>
            <source>Errors only</source>
            <translation>Solo errores</translation>
        </message>
        <message>
            <source>Errors and warnings</source>
            <translation>Errores y advertencias</translation>
        </message>
        <message>
            <source>What is usual</source>
            <translation>Lo habitual</translation>
        </message>
        <message>
            <source>Everything, for finding a fault</source>
            <translation>Todo, para encontrar un fallo</translation>
        </message>
        <message>
            <source>Checking…</source>
            <translation>Comprobando…</translation>
        </message>
        <message>
            <source>The database is sound.</source>
            <translation>La base de datos está en orden.</translation>
        </message>
        <message>
            <source>Back up to</source>
            <translation>Guardar copia en</translation>
        </message>
        <message>
            <source>Back up</source>
            <translation>Copia de seguridad</translation>
        </message>
        <message>
            <source>Backing up…</source>
            <translation>Haciendo la copia…</translation>
        </message>
        <message>
            <source>Backed up to {file}</source>
            <translation>Copia guardada en {file}</translation>
        </message>
        <message>
            <source>Choose a backup…</source>
            <translation>Elegir una copia…</translation>
        </message>
        <message>
            <source>before an update</source>
            <translation>antes de una actualización</translation>
        </message>
        <message>
            <source>daily</source>
            <translation>diaria</translation>
        </message>
        <message>
            <source>replaced by a restore</source>
            <translation>reemplazada por una restauración</translation>
        </message>
        <message>
            <source>Another file…</source>
            <translation>Otro archivo…</translation>
        </message>
        <message>
            <source>The demo begins anew at each start and has nothing to be restored.</source>
            <translation>La demo empieza de nuevo en cada inicio y no tiene nada que restaurar.</translation>
        </message>
        <message>
            <source>Restore from</source>
            <translation>Restaurar desde</translation>
        </message>
        <message>
            <source>Backups (*.db);;All files (*)</source>
            <translation>Copias (*.db);;Todos los archivos (*)</translation>
        </message>
        <message>
            <source>Restore {file}?</source>
            <translation>¿Restaurar {file}?</translation>
        </message>
        <message>
            <source>CRM Desk closes its database and opens again as it was in that backup. What was changed since is not in it; the database of now is kept beside it. What CRMs hold stays there, and the next syncs bring it.</source>
            <translation>CRM Desk cierra su base de datos y se abre de nuevo tal como estaba en esa copia. Lo que se cambió después no está en ella; la base de datos actual se guarda al lado. Lo que hay en los CRM se queda allí y llega con las próximas sincronizaciones.</translation>
        </message>
        <message>
            <source>Restore</source>
            <translation>Restaurar</translation>
        </message>
        <message>
            <source>Keep what is here</source>
            <translation>Conservar lo que hay</translation>
        </message>
    </context>
    <context>
        <name>Answers</name>
        <message>
            <source>Link as one</source>
            <translation>Vincular como uno</translation>
        </message>
        <message>
            <source>Link all</source>
            <translation>Vincular todos</translation>
        </message>
        <message>
            <source>Keep them apart</source>
            <translation>Mantener separados</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Deshacer</translation>
        </message>
    </context>
    <context>
        <name>ApiKeysRow</name>
        <message>
            <source>New key…</source>
            <translation>Nueva clave…</translation>
        </message>
        <message>
            <source>No key yet: nobody can use the API.</source>
            <translation>Todavía no hay ninguna clave: nadie puede usar la API.</translation>
        </message>
        <message>
            <source>used {when}</source>
            <translation>usada: {when}</translation>
        </message>
        <message>
            <source>never used</source>
            <translation>nunca usada</translation>
        </message>
        <message numerus="yes">
            <source>%Ln request(s)</source>
            <translation>
                <numerusform>%Ln solicitud</numerusform>
                <numerusform>%Ln solicitudes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln refused</source>
            <translation>
                <numerusform>%Ln rechazada</numerusform>
                <numerusform>%Ln rechazadas</numerusform>
            </translation>
        </message>
        <message>
            <source>made {when}</source>
            <translation>creada: {when}</translation>
        </message>
        <message>
            <source>Revoked {when}</source>
            <translation>Revocada: {when}</translation>
        </message>
        <message>
            <source>expired {day}</source>
            <translation>caducó el {day}</translation>
        </message>
        <message>
            <source>until {day}</source>
            <translation>hasta el {day}</translation>
        </message>
        <message>
            <source>Revoke</source>
            <translation>Revocar</translation>
        </message>
        <message>
            <source>Revoke “{name}”?</source>
            <translation>¿Revocar «{name}»?</translation>
        </message>
        <message>
            <source>Whatever uses this key is refused from now on. It cannot be given back; a new one can be made.</source>
            <translation>Lo que use esta clave se rechaza desde ahora. No se puede devolver; se puede crear otra.</translation>
        </message>
        <message>
            <source>Keep it</source>
            <translation>Conservarla</translation>
        </message>
    </context>
    <context>
        <name>ApiRights</name>
        <message>
            <source>deletes</source>
            <translation>elimina</translation>
        </message>
        <message>
            <source>starts syncs</source>
            <translation>inicia sincronizaciones</translation>
        </message>
        <message>
            <source>connects CRMs</source>
            <translation>conecta CRM</translation>
        </message>
        <message>
            <source>makes hooks</source>
            <translation>crea hooks</translation>
        </message>
        <message>
            <source>Also: {what}.</source>
            <translation>Además: {what}.</translation>
        </message>
        <message>
            <source>Reads: {what}.</source>
            <translation>Lee: {what}.</translation>
        </message>
        <message>
            <source>Changes: {what}.</source>
            <translation>Cambia: {what}.</translation>
        </message>
        <message>
            <source>Adds contacts, and reads nothing.</source>
            <translation>Añade contactos y no lee nada.</translation>
        </message>
        <message>
            <source>Only in: {accounts}.</source>
            <translation>Solo en: {accounts}.</translation>
        </message>
        <message>
            <source>An organisation’s CRM API: /api/v1</source>
            <translation>API de CRM de una organización: /api/v1</translation>
        </message>
        <message>
            <source>Contacts of Rex: /api/integrations/rex</source>
            <translation>Contactos de Rex: /api/integrations/rex</translation>
        </message>
        <message>
            <source>CRM integrations: /api/integrations/crm</source>
            <translation>Integraciones de CRM: /api/integrations/crm</translation>
        </message>
        <message>
            <source>Functions over Dex, as Convex serves them: /api/query</source>
            <translation>Funciones sobre Dex, como las sirve Convex: /api/query</translation>
        </message>
        <message>
            <source>done</source>
            <translation>hecho</translation>
        </message>
        <message>
            <source>refused</source>
            <translation>rechazado</translation>
        </message>
    </context>
    <context>
        <name>AppearancePage</name>
        <message>
            <source>Follow the system</source>
            <translation>Seguir el sistema</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Claro</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Oscuro</translation>
        </message>
        <message>
            <source>Comfortable</source>
            <translation>Cómodas</translation>
        </message>
        <message>
            <source>Close together</source>
            <translation>Compactas</translation>
        </message>
        <message>
            <source>{n} %</source>
            <translation>{n} %</translation>
        </message>
        <message>
            <source>100 %, as the system has it</source>
            <translation>100 %, como en el sistema</translation>
        </message>
    </context>
    <context>
        <name>AttentionPage</name>
        <message>
            <source>Needs attention</source>
            <translation>Requiere atención</translation>
        </message>
        <message>
            <source>Lists</source>
            <translation>Listas</translation>
        </message>
        <message>
            <source>Problems</source>
            <translation>Problemas</translation>
        </message>
        <message>
            <source>Changed in both places</source>
            <translation>Cambiado en ambos sitios</translation>
        </message>
        <message>
            <source>Not accepted</source>
            <translation>No aceptado</translation>
        </message>
        <message>
            <source>Nothing needs you. Every change was accepted.</source>
            <translation>Nada le necesita. Se aceptaron todos los cambios.</translation>
        </message>
        <message>
            <source>Nothing is lost, and everything else keeps syncing.</source>
            <translation>No se ha perdido nada, y todo lo demás sigue sincronizándose.</translation>
        </message>
    </context>
    <context>
        <name>Bonds</name>
        <message>
            <source>Add to {field}</source>
            <translation>Añadir a {field}</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>Guardado.</translation>
        </message>
        <message>
            <source>Change the relation</source>
            <translation>Cambiar la relación</translation>
        </message>
        <message>
            <source>Sent to {accounts} at once; who is not there yet is created there.</source>
            <translation>Se envía enseguida a {accounts}; quien aún no esté allí se crea allí.</translation>
        </message>
        <message>
            <source>Register for an event</source>
            <translation>Inscribir en un evento</translation>
        </message>
        <message>
            <source>Register a contact for this event</source>
            <translation>Inscribir un contacto en este evento</translation>
        </message>
        <message>
            <source>{name} is registered. Sending it now.</source>
            <translation>{name} queda inscrito. Enviando.</translation>
        </message>
        <message>
            <source>Register for the event</source>
            <translation>Inscribir en el evento</translation>
        </message>
        <message>
            <source>Unlinked: there are two now.</source>
            <translation>Desvinculado: ahora son dos.</translation>
        </message>
        <message>
            <source>Unlink the record</source>
            <translation>Desvincular el registro</translation>
        </message>
        <message>
            <source>Not the same: they are not suggested again.</source>
            <translation>No son el mismo: no se volverán a sugerir.</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Deshacer</translation>
        </message>
        <message>
            <source>Keep them apart</source>
            <translation>Mantener separados</translation>
        </message>
        <message>
            <source>Linked again.</source>
            <translation>Vinculado de nuevo.</translation>
        </message>
        <message>
            <source>Link again</source>
            <translation>Vincular de nuevo</translation>
        </message>
    </context>
    <context>
        <name>BrowserWait</name>
        <message>
            <source>Sign in in your browser</source>
            <translation>Inicie sesión en su navegador</translation>
        </message>
        <message>
            <source>You enter your password on {crm}’s own page; CRM Desk never sees it. Allow access there, then come back here.</source>
            <translation>Introduzca su contraseña en la página de {crm}; CRM Desk nunca la ve. Permita allí el acceso y vuelva aquí.</translation>
        </message>
        <message>
            <source>Waiting for the browser</source>
            <translation>Esperando al navegador</translation>
        </message>
        <message>
            <source>Open the page again</source>
            <translation>Abrir la página de nuevo</translation>
        </message>
        <message>
            <source>Copy its address</source>
            <translation>Copiar su dirección</translation>
        </message>
        <message>
            <source>CRM Desk waits a few minutes. Nothing is saved yet, and “Back” cancels.</source>
            <translation>CRM Desk espera unos minutos. Aún no se ha guardado nada, y «Volver» cancela.</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Reintentar</translation>
        </message>
        <message>
            <source>No browser could be opened. Copy the address and open it yourself.</source>
            <translation>No se pudo abrir ningún navegador. Copie la dirección y ábrala usted mismo.</translation>
        </message>
    </context>
    <context>
        <name>BulkDialog</name>
        <message>
            <source>Link all that is certain</source>
            <translation>Vincular todo lo seguro</translation>
        </message>
        <message>
            <source>Read the suggestions</source>
            <translation>Leer las sugerencias</translation>
        </message>
        <message>
            <source>What would be linked</source>
            <translation>Qué se vincularía</translation>
        </message>
        <message>
            <source>The weakest come first. Untick whom you doubt (Space). Nothing in any CRM changes, and one Undo takes all of it back, also after a restart.</source>
            <translation>Primero los más débiles. Desmarque a quien dude (Espacio). No cambia nada en ningún CRM, y un solo Deshacer lo revierte todo, incluso tras reiniciar.</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
        <message>
            <source>Link {things} at once?</source>
            <translation>¿Vincular {things} a la vez?</translation>
        </message>
        <message>
            <source>Link {things}</source>
            <translation>Vincular {things}</translation>
        </message>
    </context>
    <context>
        <name>BulkEdit</name>
        <message>
            <source>Edit {things}</source>
            <translation>Editar {things}</translation>
        </message>
        <message>
            <source>Another field</source>
            <translation>Otro campo</translation>
        </message>
        <message>
            <source>Apply</source>
            <translation>Aplicar</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
        <message>
            <source>What the edit would do</source>
            <translation>Qué haría la edición</translation>
        </message>
        <message numerus="yes">
            <source>%n keep(s|) it on this computer, because no CRM of theirs takes it. Show</source>
            <translation>
                <numerusform>%n lo conserva en este equipo, porque ningún CRM lo acepta. Mostrar</numerusform>
                <numerusform>%n lo conservan en este equipo, porque ningún CRM lo acepta. Mostrar</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing would change.</source>
            <translation>No cambiaría nada.</translation>
        </message>
        <message>
            <source>{fields} of {things}, on this computer.</source>
            <translation>{fields} de {things}, en este equipo.</translation>
        </message>
        <message>
            <source>{fields} of {things}, sent to {where}.</source>
            <translation>{fields} de {things}, enviado a {where}.</translation>
        </message>
    </context>
    <context>
        <name>CandidatesDialog</name>
        <message>
            <source>Is it already there?</source>
            <translation>¿Ya está allí?</translation>
        </message>
        <message>
            <source>No name</source>
            <translation>Sin nombre</translation>
        </message>
        <message>
            <source>{crm} already has someone who looks like {name}. Nothing is created until you decide.</source>
            <translation>{crm} ya tiene a alguien parecido a {name}. No se crea nada hasta que usted decida.</translation>
        </message>
        <message>
            <source>Looking it up…</source>
            <translation>Buscando…</translation>
        </message>
        <message>
            <source>None of these: create it</source>
            <translation>Ninguno de estos: crearlo</translation>
        </message>
        <message>
            <source>Decide later</source>
            <translation>Decidir más tarde</translation>
        </message>
        <message>
            <source>Look up the candidates</source>
            <translation>Buscar los candidatos</translation>
        </message>
        <message>
            <source>They are no longer there.</source>
            <translation>Ya no están allí.</translation>
        </message>
        <message>
            <source>Link to this one</source>
            <translation>Vincular con este</translation>
        </message>
        <message>
            <source>Link to {name}</source>
            <translation>Vincular con {name}</translation>
        </message>
        <message>
            <source>Decide about the new contact</source>
            <translation>Decidir sobre el contacto nuevo</translation>
        </message>
    </context>
    <context>
        <name>Card</name>
        <message>
            <source>Add field</source>
            <translation>Añadir campo</translation>
        </message>
        <message>
            <source>Find a field</source>
            <translation>Buscar un campo</translation>
        </message>
        <message>
            <source>Fields for this computer only…</source>
            <translation>Campos solo para este equipo…</translation>
        </message>
        <message>
            <source>No CRM of this contact has further fields</source>
            <translation>Ningún CRM de este contacto tiene más campos</translation>
        </message>
    </context>
    <context>
        <name>CardHistory</name>
        <message>
            <source>Back</source>
            <translation>Atrás</translation>
        </message>
        <message>
            <source>Back to {name}</source>
            <translation>Volver a {name}</translation>
        </message>
        <message>
            <source>Forward</source>
            <translation>Adelante</translation>
        </message>
        <message>
            <source>Forward to {name}</source>
            <translation>Adelante a {name}</translation>
        </message>
        <message>
            <source>No card was looked at before.</source>
            <translation>Antes no se ha mirado ninguna ficha.</translation>
        </message>
        <message>
            <source>You have not gone back.</source>
            <translation>No ha vuelto atrás.</translation>
        </message>
        <message>
            <source>{name} is no longer there, or in the trash</source>
            <translation>{name} ya no está o está en la papelera</translation>
        </message>
        <message numerus="yes">
            <source>%n card(s) (is|are) no longer there, or in the trash</source>
            <translation>
                <numerusform>%n ficha ya no está o está en la papelera</numerusform>
                <numerusform>%n fichas ya no están o están en la papelera</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CardPresenter</name>
        <message>
            <source>Menus and keys act on all of them.</source>
            <translation>Los menús y las teclas actúan sobre todos.</translation>
        </message>
        <message>
            <source>Choose a row in the list.</source>
            <translation>Elija una fila de la lista.</translation>
        </message>
        <message>
            <source>Nothing chosen</source>
            <translation>Nada seleccionado</translation>
        </message>
        <message>
            <source>No longer here</source>
            <translation>Ya no está aquí</translation>
        </message>
        <message>
            <source>This contact was deleted or removed.</source>
            <translation>Este contacto se eliminó o se quitó.</translation>
        </message>
        <message>
            <source>Read the card</source>
            <translation>Leer la ficha</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nombre</translation>
        </message>
        <message>
            <source>No name</source>
            <translation>Sin nombre</translation>
        </message>
        <message>
            <source>In the trash since {when}.</source>
            <translation>En la papelera desde {when}.</translation>
        </message>
        <message>
            <source>Load the picture</source>
            <translation>Cargar la imagen</translation>
        </message>
        <message>
            <source>Change {field}</source>
            <translation>Cambiar {field}</translation>
        </message>
    </context>
    <context>
        <name>Cell</name>
        <message>
            <source>In which CRMs it stands is changed in its card, not in the list.</source>
            <translation>En qué CRM está se cambia en su ficha, no en la lista.</translation>
        </message>
        <message>
            <source>Set by the CRM; it cannot be changed here.</source>
            <translation>Lo establece el CRM; no se puede cambiar aquí.</translation>
        </message>
    </context>
    <context>
        <name>CellEditing</name>
        <message>
            <source>This contact was deleted or removed. What you typed is not saved; copy it from here.</source>
            <translation>Este contacto se ha eliminado o quitado. Lo que ha escrito no está guardado; cópielo de aquí.</translation>
        </message>
        <message>
            <source>Meanwhile it was changed to “{value}”. Enter saves yours, Esc leaves that.</source>
            <translation>Entretanto se ha cambiado a «{value}». Intro guarda lo suyo, Esc lo deja así.</translation>
        </message>
        <message>
            <source>Meanwhile it was cleared. Enter saves yours, Esc leaves it empty.</source>
            <translation>Entretanto se ha vaciado. Intro guarda lo suyo, Esc lo deja vacío.</translation>
        </message>
        <message>
            <source>Save the cell</source>
            <translation>Guardar la celda</translation>
        </message>
        <message>
            <source>Keep the draft</source>
            <translation>Conservar el borrador</translation>
        </message>
    </context>
    <context>
        <name>ChangeLine</name>
        <message>
            <source>Restore</source>
            <translation>Restaurar</translation>
        </message>
        <message>
            <source>Restore {field} to “{value}”</source>
            <translation>Restaurar {field} a «{value}»</translation>
        </message>
        <message>
            <source>Write “{value}” again</source>
            <translation>Volver a escribir «{value}»</translation>
        </message>
    </context>
    <context>
        <name>Column</name>
        <message>
            <source>Where</source>
            <translation>Dónde</translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>Sí</translation>
        </message>
        <message>
            <source>empty</source>
            <translation>vacío</translation>
        </message>
        <message>
            <source>cancelled</source>
            <translation>cancelado</translation>
        </message>
        <message>
            <source>not saved yet</source>
            <translation>aún sin guardar</translation>
        </message>
    </context>
    <context>
        <name>ColumnChooser</name>
        <message>
            <source>Columns to show</source>
            <translation>Columnas visibles</translation>
        </message>
        <message>
            <source>Find a column</source>
            <translation>Buscar una columna</translation>
        </message>
        <message>
            <source>Fit widths to content</source>
            <translation>Ajustar los anchos al contenido</translation>
        </message>
        <message>
            <source>Reset columns</source>
            <translation>Restablecer columnas</translation>
        </message>
        <message>
            <source>The name is always shown.</source>
            <translation>El nombre siempre se muestra.</translation>
        </message>
    </context>
    <context>
        <name>ColumnTable</name>
        <message>
            <source>Column</source>
            <translation>Columna</translation>
        </message>
        <message>
            <source>Means here</source>
            <translation>Significa aquí</translation>
        </message>
        <message>
            <source>Where it differs</source>
            <translation>Donde difiere</translation>
        </message>
        <message>
            <source>Filled</source>
            <translation>Relleno</translation>
        </message>
        <message>
            <source>Samples</source>
            <translation>Ejemplos</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>Notas</translation>
        </message>
        <message>
            <source>Columns of the file</source>
            <translation>Columnas del archivo</translation>
        </message>
        <message>
            <source>{share} %</source>
            <translation>{share} %</translation>
        </message>
        <message>
            <source>Not imported</source>
            <translation>No se importa</translation>
        </message>
        <message>
            <source>Id in the file</source>
            <translation>Id. en el archivo</translation>
        </message>
        <message>
            <source>No data</source>
            <translation>Sin datos</translation>
        </message>
        <message>
            <source>As for all</source>
            <translation>Como para todas</translation>
        </message>
        <message>
            <source>Keep mine</source>
            <translation>Conservar lo mío</translation>
        </message>
        <message>
            <source>Take the file's</source>
            <translation>Tomar lo del archivo</translation>
        </message>
        <message>
            <source>Leave alone</source>
            <translation>No tocar</translation>
        </message>
    </context>
    <context>
        <name>CommandStates</name>
        <message>
            <source>No CRM is connected yet.</source>
            <translation>Aún no hay ningún CRM conectado.</translation>
        </message>
        <message>
            <source>Choose an account in the sidebar first.</source>
            <translation>Elija primero una cuenta en la barra lateral.</translation>
        </message>
        <message>
            <source>Resume this account</source>
            <translation>Reanudar esta cuenta</translation>
        </message>
        <message>
            <source>Pause this account</source>
            <translation>Pausar esta cuenta</translation>
        </message>
        <message>
            <source>No sync is running.</source>
            <translation>No hay ninguna sincronización en curso.</translation>
        </message>
        <message>
            <source>Select something in the list first.</source>
            <translation>Seleccione primero algo en la lista.</translation>
        </message>
        <message>
            <source>The list is empty.</source>
            <translation>La lista está vacía.</translation>
        </message>
        <message>
            <source>Select one in the list first.</source>
            <translation>Seleccione primero uno en la lista.</translation>
        </message>
        <message>
            <source>It is in the trash already.</source>
            <translation>Ya está en la papelera.</translation>
        </message>
        <message>
            <source>Only what lies in the trash: open the trash in the sidebar.</source>
            <translation>Solo para la papelera: ábrala en la barra lateral.</translation>
        </message>
    </context>
    <context>
        <name>Commands</name>
        <message>
            <source>File</source>
            <translation>Archivo</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>Editar</translation>
        </message>
        <message>
            <source>View</source>
            <translation>Ver</translation>
        </message>
        <message>
            <source>Contact</source>
            <translation>Contacto</translation>
        </message>
        <message>
            <source>Sync</source>
            <translation>Sincronizar</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>Ayuda</translation>
        </message>
        <message>
            <source>New contact</source>
            <translation>Contacto nuevo</translation>
        </message>
        <message>
            <source>Connect a CRM…</source>
            <translation>Conectar un CRM…</translation>
        </message>
        <message>
            <source>Import…</source>
            <translation>Importar…</translation>
        </message>
        <message>
            <source>History of imports…</source>
            <translation>Historial de importaciones…</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>Exportar…</translation>
        </message>
        <message>
            <source>Back up…</source>
            <translation>Copia de seguridad…</translation>
        </message>
        <message>
            <source>Check the database</source>
            <translation>Comprobar la base de datos</translation>
        </message>
        <message>
            <source>Leave demo</source>
            <translation>Salir de la demo</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>Salir</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Deshacer</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>Rehacer</translation>
        </message>
        <message>
            <source>History of changes…</source>
            <translation>Historial de cambios…</translation>
        </message>
        <message>
            <source>Copy rows</source>
            <translation>Copiar filas</translation>
        </message>
        <message>
            <source>Copy emails</source>
            <translation>Copiar correos</translation>
        </message>
        <message>
            <source>Paste rows…</source>
            <translation>Pegar filas…</translation>
        </message>
        <message>
            <source>Select all</source>
            <translation>Seleccionar todo</translation>
        </message>
        <message>
            <source>Command palette…</source>
            <translation>Paleta de comandos…</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>Buscar</translation>
        </message>
        <message>
            <source>Add a filter…</source>
            <translation>Añadir un filtro…</translation>
        </message>
        <message>
            <source>Save as view…</source>
            <translation>Guardar como vista…</translation>
        </message>
        <message>
            <source>Settings…</source>
            <translation>Ajustes…</translation>
        </message>
        <message>
            <source>Sidebar</source>
            <translation>Barra lateral</translation>
        </message>
        <message>
            <source>Sync panel</source>
            <translation>Panel de sincronización</translation>
        </message>
        <message>
            <source>Editor</source>
            <translation>Ficha</translation>
        </message>
        <message>
            <source>Editor below the list</source>
            <translation>Ficha debajo de la lista</translation>
        </message>
        <message>
            <source>Columns…</source>
            <translation>Columnas…</translation>
        </message>
        <message>
            <source>Larger text</source>
            <translation>Texto más grande</translation>
        </message>
        <message>
            <source>Smaller text</source>
            <translation>Texto más pequeño</translation>
        </message>
        <message>
            <source>Usual text size</source>
            <translation>Tamaño de texto habitual</translation>
        </message>
        <message>
            <source>Edit in the list</source>
            <translation>Editar en la lista</translation>
        </message>
        <message>
            <source>Tag…</source>
            <translation>Etiqueta…</translation>
        </message>
        <message>
            <source>All tags…</source>
            <translation>Todas las etiquetas…</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Guardar</translation>
        </message>
        <message>
            <source>Save and go to the next</source>
            <translation>Guardar e ir al siguiente</translation>
        </message>
        <message>
            <source>Previous contact</source>
            <translation>Contacto anterior</translation>
        </message>
        <message>
            <source>Next contact</source>
            <translation>Contacto siguiente</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Atrás</translation>
        </message>
        <message>
            <source>Forward</source>
            <translation>Adelante</translation>
        </message>
        <message>
            <source>Link as one…</source>
            <translation>Vincular como uno…</translation>
        </message>
        <message>
            <source>Same person?</source>
            <translation>¿La misma persona?</translation>
        </message>
        <message>
            <source>Move to trash</source>
            <translation>Mover a la papelera</translation>
        </message>
        <message>
            <source>Restore from trash</source>
            <translation>Restaurar de la papelera</translation>
        </message>
        <message>
            <source>Delete for good…</source>
            <translation>Eliminar definitivamente…</translation>
        </message>
        <message>
            <source>Sync now</source>
            <translation>Sincronizar ahora</translation>
        </message>
        <message>
            <source>Sync this account</source>
            <translation>Sincronizar esta cuenta</translation>
        </message>
        <message>
            <source>Compare everything</source>
            <translation>Comparar todo</translation>
        </message>
        <message>
            <source>Cancel the sync</source>
            <translation>Cancelar la sincronización</translation>
        </message>
        <message>
            <source>Pause this account</source>
            <translation>Pausar esta cuenta</translation>
        </message>
        <message>
            <source>Waiting changes</source>
            <translation>Cambios en espera</translation>
        </message>
        <message>
            <source>Changed in both places</source>
            <translation>Cambiado en ambos sitios</translation>
        </message>
        <message>
            <source>Problems</source>
            <translation>Problemas</translation>
        </message>
        <message>
            <source>History of syncs</source>
            <translation>Historial de sincronizaciones</translation>
        </message>
        <message>
            <source>Keyboard shortcuts</source>
            <translation>Atajos de teclado</translation>
        </message>
        <message>
            <source>Open log folder</source>
            <translation>Abrir la carpeta de registros</translation>
        </message>
        <message>
            <source>About CRM Desk</source>
            <translation>Acerca de CRM Desk</translation>
        </message>
        <message>
            <source>Open the editor</source>
            <translation>Abrir la ficha</translation>
        </message>
        <message>
            <source>To the cell before, after</source>
            <translation>A la celda anterior, siguiente</translation>
        </message>
        <message>
            <source>In a cell: save and go down, right, left</source>
            <translation>En una celda: guardar y bajar, a la derecha, a la izquierda</translation>
        </message>
        <message>
            <source>First, last contact</source>
            <translation>Primer y último contacto</translation>
        </message>
        <message>
            <source>One screen up, down</source>
            <translation>Una pantalla arriba o abajo</translation>
        </message>
        <message>
            <source>Select more</source>
            <translation>Seleccionar más</translation>
        </message>
        <message>
            <source>Clear selection or search, leave the card</source>
            <translation>Quitar selección o búsqueda, dejar la ficha</translation>
        </message>
        <message>
            <source>Menus</source>
            <translation>Menús</translation>
        </message>
        <message>
            <source>Go to</source>
            <translation>Ir a</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>Tema</translation>
        </message>
        <message>
            <source>Follow the system</source>
            <translation>Seguir el sistema</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Claro</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Oscuro</translation>
        </message>
    </context>
    <context>
        <name>ConflictsList</name>
        <message>
            <source>Keep mine</source>
            <translation>Conservar lo mío</translation>
        </message>
        <message>
            <source>Take theirs</source>
            <translation>Tomar lo suyo</translation>
        </message>
        <message>
            <source>Take the newest</source>
            <translation>Tomar lo más reciente</translation>
        </message>
        <message>
            <source>Keep here only</source>
            <translation>Conservar solo aquí</translation>
        </message>
        <message>
            <source>Nothing was changed in both places. If that happens, both values are kept until you decide.</source>
            <translation>Nada se cambió en ambos sitios. Si ocurre, se conservan los dos valores hasta que decida.</translation>
        </message>
        <message>
            <source>Select the conflict of {name}</source>
            <translation>Seleccionar el conflicto de {name}</translation>
        </message>
        <message>
            <source>Open {name}</source>
            <translation>Abrir {name}</translation>
        </message>
        <message>
            <source>Before</source>
            <translation>Antes</translation>
        </message>
        <message>
            <source>Mine</source>
            <translation>Lo mío</translation>
        </message>
        <message>
            <source>Keep both</source>
            <translation>Conservar ambos</translation>
        </message>
        <message>
            <source>Mine stays on this computer, theirs stays there.</source>
            <translation>Lo mío queda en este equipo, lo suyo queda allí.</translation>
        </message>
        <message>
            <source>changed here</source>
            <translation>cambiado aquí</translation>
        </message>
        <message>
            <source>deleted there</source>
            <translation>eliminado allí</translation>
        </message>
        <message>
            <source>was there</source>
            <translation>estaba allí</translation>
        </message>
        <message>
            <source>Decide the conflict</source>
            <translation>Decidir el conflicto</translation>
        </message>
    </context>
    <context>
        <name>ContactEditor</name>
        <message>
            <source>The tags that there are</source>
            <translation>Las etiquetas que hay</translation>
        </message>
    </context>
    <context>
        <name>ContactTable</name>
        <message>
            <source>Copy the rows</source>
            <translation>Copiar las filas</translation>
        </message>
        <message>
            <source>Copy the emails</source>
            <translation>Copiar los correos</translation>
        </message>
        <message numerus="yes">
            <source>%Ln row(s) copied</source>
            <translation>
                <numerusform>%Ln fila copiada</numerusform>
                <numerusform>%Ln filas copiadas</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln email address(|es) copied</source>
            <translation>
                <numerusform>%Ln dirección copiada</numerusform>
                <numerusform>%Ln direcciones copiadas</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln update(s)</source>
            <translation>
                <numerusform>%Ln novedad</numerusform>
                <numerusform>%Ln novedades</numerusform>
            </translation>
        </message>
        <message>
            <source>New updates</source>
            <translation>Novedades</translation>
        </message>
        <message>
            <source>{updates}: show them</source>
            <translation>{updates}: mostrar</translation>
        </message>
        <message>
            <source>The list holds still while you work in it. Click to show the updates.</source>
            <translation>La lista no se mueve mientras trabaja en ella. Haga clic para ver las novedades.</translation>
        </message>
    </context>
    <context>
        <name>CountsView</name>
        <message>
            <source>{n} new</source>
            <translation>{n} nuevas</translation>
        </message>
        <message>
            <source>{n} changed</source>
            <translation>{n} cambiadas</translation>
        </message>
        <message>
            <source>{n} unchanged</source>
            <translation>{n} sin cambios</translation>
        </message>
        <message>
            <source>{n} skipped</source>
            <translation>{n} omitidas</translation>
        </message>
        <message>
            <source>{n} failed</source>
            <translation>{n} fallidas</translation>
        </message>
        <message numerus="yes">
            <source>%Ln row(s)</source>
            <translation>
                <numerusform>%Ln fila</numerusform>
                <numerusform>%Ln filas</numerusform>
            </translation>
        </message>
        <message>
            <source>Of these, {n} differ from what is here, and yours is kept.</source>
            <translation>De estas, {n} difieren de lo que hay aquí, y se conserva lo tuyo.</translation>
        </message>
        <message>
            <source>{n} need you: it is not sure who is meant.</source>
            <translation>{n} te necesitan: no está claro a quién se refieren.</translation>
        </message>
    </context>
    <context>
        <name>CreateIn</name>
        <message>
            <source>Create in</source>
            <translation>Crear en</translation>
        </message>
        <message>
            <source>This computer</source>
            <translation>Este equipo</translation>
        </message>
        <message>
            <source>Always: it stays here until a CRM has accepted it.</source>
            <translation>Siempre: queda aquí hasta que un CRM lo acepte.</translation>
        </message>
        <message>
            <source>{account} also needs {fields}</source>
            <translation>{account} necesita además {fields}</translation>
        </message>
    </context>
    <context>
        <name>DateEditor</name>
        <message>
            <source>{with_year} or {without}</source>
            <translation>{with_year} o {without}</translation>
        </message>
    </context>
    <context>
        <name>DecidedList</name>
        <message>
            <source>Nothing is decided yet. What you link or keep apart stands here, and can be taken back.</source>
            <translation>Aún no hay decisiones. Lo que vincule o separe aparece aquí y puede revertirse.</translation>
        </message>
        <message>
            <source>Linked {things} at once</source>
            <translation>{things} vinculados a la vez</translation>
        </message>
        <message>
            <source>Linked: {names}</source>
            <translation>Vinculados: {names}</translation>
        </message>
        <message>
            <source>Not the same: {names}</source>
            <translation>No son el mismo: {names}</translation>
        </message>
        <message>
            <source>Undo: link {things}</source>
            <translation>Deshacer: vincular {things}</translation>
        </message>
        <message>
            <source>Unlink</source>
            <translation>Desvincular</translation>
        </message>
        <message>
            <source>Ask again</source>
            <translation>Preguntar de nuevo</translation>
        </message>
        <message>
            <source>on this computer</source>
            <translation>en este equipo</translation>
        </message>
        <message>
            <source>Taken back.</source>
            <translation>Revertido.</translation>
        </message>
        <message>
            <source>Revoke the decision</source>
            <translation>Revocar la decisión</translation>
        </message>
    </context>
    <context>
        <name>Deeds</name>
        <message>
            <source>Colours of tags</source>
            <translation>Colores de etiquetas</translation>
        </message>
        <message>
            <source>Undo: {origin}</source>
            <translation>Deshacer: {origin}</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Deshacer</translation>
        </message>
        <message>
            <source>Redo: {origin}</source>
            <translation>Rehacer: {origin}</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>Rehacer</translation>
        </message>
        <message>
            <source>Sync of {subject}: {whom}</source>
            <translation>Sincronización de {subject}: {whom}</translation>
        </message>
        <message>
            <source>Edit {detail} of {whom}</source>
            <translation>Editar {detail} de {whom}</translation>
        </message>
        <message>
            <source>Create {whom}</source>
            <translation>Crear {whom}</translation>
        </message>
        <message>
            <source>Tag {whom} with “{detail}”</source>
            <translation>Etiquetar {whom} con «{detail}»</translation>
        </message>
        <message>
            <source>Remove the tag “{detail}” from {whom}</source>
            <translation>Quitar la etiqueta «{detail}» de {whom}</translation>
        </message>
        <message>
            <source>Rename the tag “{detail}”</source>
            <translation>Renombrar la etiqueta «{detail}»</translation>
        </message>
        <message>
            <source>Delete the tag “{detail}”</source>
            <translation>Eliminar la etiqueta «{detail}»</translation>
        </message>
        <message>
            <source>Choose what is shown of {whom}</source>
            <translation>Elegir lo que se muestra de {whom}</translation>
        </message>
        <message>
            <source>Link {whom}</source>
            <translation>Vincular {whom}</translation>
        </message>
        <message>
            <source>Unlink {whom}</source>
            <translation>Desvincular {whom}</translation>
        </message>
        <message>
            <source>Keep {whom} apart</source>
            <translation>Mantener separados {whom}</translation>
        </message>
        <message>
            <source>Move {whom} to the trash</source>
            <translation>Mover {whom} a la papelera</translation>
        </message>
        <message>
            <source>Restore {whom}</source>
            <translation>Restaurar {whom}</translation>
        </message>
        <message>
            <source>Delete {whom} for good</source>
            <translation>Eliminar {whom} definitivamente</translation>
        </message>
        <message>
            <source>Add {whom} to {detail}</source>
            <translation>Añadir {whom} a {detail}</translation>
        </message>
        <message>
            <source>Register {whom}</source>
            <translation>Inscribir {whom}</translation>
        </message>
        <message>
            <source>Decide about {whom}</source>
            <translation>Decidir sobre {whom}</translation>
        </message>
        <message>
            <source>Withdraw a change of {whom}</source>
            <translation>Retirar un cambio de {whom}</translation>
        </message>
        <message>
            <source>Import {whom}</source>
            <translation>Importar {whom}</translation>
        </message>
        <message>
            <source>Setting “{detail}”</source>
            <translation>Ajuste «{detail}»</translation>
        </message>
        <message>
            <source>Edit {whom}</source>
            <translation>Editar {whom}</translation>
        </message>
        <message>
            <source>New</source>
            <translation>Nuevo</translation>
        </message>
        <message>
            <source>Link</source>
            <translation>Vincular</translation>
        </message>
        <message>
            <source>Trash</source>
            <translation>Papelera</translation>
        </message>
        <message>
            <source>Restored</source>
            <translation>Restaurado</translation>
        </message>
        <message>
            <source>Sent to a CRM</source>
            <translation>Enviado a un CRM</translation>
        </message>
        <message>
            <source>Withdrawn from a CRM</source>
            <translation>Retirado de un CRM</translation>
        </message>
        <message>
            <source>Shown value</source>
            <translation>Valor mostrado</translation>
        </message>
        <message>
            <source>Deleted for good</source>
            <translation>Eliminado definitivamente</translation>
        </message>
        <message>
            <source>Setting</source>
            <translation>Ajuste</translation>
        </message>
    </context>
    <context>
        <name>DemoStrip</name>
        <message>
            <source>Demo: sample CRMs on this computer. Nothing here is real, try anything.</source>
            <translation>Demo: CRM de ejemplo en este equipo. Nada es real, pruebe lo que quiera.</translation>
        </message>
        <message>
            <source>Leave demo</source>
            <translation>Salir de la demo</translation>
        </message>
    </context>
    <context>
        <name>Detail</name>
        <message>
            <source>All evidence</source>
            <translation>Todas las pruebas</translation>
        </message>
        <message>
            <source>Every reason with its weight, and every field (E)</source>
            <translation>Cada motivo con su peso, y cada campo (E)</translation>
        </message>
        <message>
            <source>Link</source>
            <translation>Vincular</translation>
        </message>
        <message>
            <source>Not the same</source>
            <translation>No son el mismo</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>Más tarde</translation>
        </message>
        <message>
            <source>{what} ({key})</source>
            <translation>{what} ({key})</translation>
        </message>
        <message>
            <source>{n} of {total}</source>
            <translation>{n} de {total}</translation>
        </message>
        <message>
            <source>Less</source>
            <translation>Menos</translation>
        </message>
        <message>
            <source>Left out: not the same</source>
            <translation>Excluidos: no son el mismo</translation>
        </message>
    </context>
    <context>
        <name>Direction</name>
        <message>
            <source>{kinds}: {crm} takes new ones but no changes; your edits of existing ones stay on this computer</source>
            <translation>{kinds}: {crm} acepta nuevos pero no cambios; sus cambios en los existentes quedan en este equipo</translation>
        </message>
        <message>
            <source>{kinds}: {crm} takes changes but no new ones; those stay on this computer</source>
            <translation>{kinds}: {crm} acepta cambios pero no nuevos; esos quedan en este equipo</translation>
        </message>
        <message>
            <source>{kinds}: {crm} takes no changes; yours stay on this computer</source>
            <translation>{kinds}: {crm} no acepta cambios; los suyos quedan en este equipo</translation>
        </message>
        <message>
            <source>Every sync only reads. The first one runs while you work.</source>
            <translation>Cada sincronización solo lee. La primera corre mientras usted trabaja.</translation>
        </message>
        <message>
            <source>The first sync only reads. It runs while you work.</source>
            <translation>La primera sincronización solo lee. Corre mientras usted trabaja.</translation>
        </message>
        <message>
            <source>The first sync writes to {crm} at once. What goes there: {kinds}, everything you have here. Each is looked up there first, and linked if it exists.</source>
            <translation>La primera sincronización escribe en {crm} de inmediato. Va allí: {kinds}, todo lo que tiene aquí. Cada elemento se busca allí primero y se vincula si existe.</translation>
        </message>
    </context>
    <context>
        <name>DirectionChoice</name>
        <message>
            <source>Both ways: what I change here goes there after the first sync</source>
            <translation>En ambos sentidos: lo que cambio aquí va allí tras la primera sincronización</translation>
        </message>
        <message>
            <source>Only read: what I change stays on this computer</source>
            <translation>Solo leer: lo que cambio queda en este equipo</translation>
        </message>
        <message>
            <source>Only write: what I have here goes there, nothing comes from there</source>
            <translation>Solo escribir: lo que tengo aquí va allí, nada viene de allí</translation>
        </message>
        <message>
            <source>{crm} takes no changes over this connection. {more}</source>
            <translation>{crm} no acepta cambios por esta conexión. {more}</translation>
        </message>
    </context>
    <context>
        <name>EditorActions</name>
        <message>
            <source>Moved to the trash.</source>
            <translation>Movido a la papelera.</translation>
        </message>
        <message>
            <source>Move to the trash</source>
            <translation>Mover a la papelera</translation>
        </message>
        <message>
            <source>Restored from the trash.</source>
            <translation>Restaurado de la papelera.</translation>
        </message>
        <message>
            <source>Restore from the trash</source>
            <translation>Restaurar de la papelera</translation>
        </message>
        <message>
            <source>Delete for good</source>
            <translation>Eliminar definitivamente</translation>
        </message>
        <message>
            <source>Add to the account</source>
            <translation>Añadir a la cuenta</translation>
        </message>
        <message>
            <source>Taken back.</source>
            <translation>Revertido.</translation>
        </message>
        <message>
            <source>Undo the change</source>
            <translation>Deshacer el cambio</translation>
        </message>
        <message>
            <source>Show another value</source>
            <translation>Mostrar otro valor</translation>
        </message>
        <message>
            <source>Choose automatically</source>
            <translation>Elegir automáticamente</translation>
        </message>
        <message>
            <source>Each has its own value again.</source>
            <translation>Cada uno tiene de nuevo su propio valor.</translation>
        </message>
        <message>
            <source>{field} is the same everywhere now.</source>
            <translation>{field} es ahora igual en todas partes.</translation>
        </message>
        <message>
            <source>Use the value everywhere</source>
            <translation>Usar el valor en todas partes</translation>
        </message>
        <message>
            <source>Take the newer value</source>
            <translation>Tomar el valor más reciente</translation>
        </message>
        <message>
            <source>Decide the conflict</source>
            <translation>Decidir el conflicto</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Reintentar</translation>
        </message>
        <message>
            <source>Read the history</source>
            <translation>Leer el historial</translation>
        </message>
        <message>
            <source>The earlier value is back.</source>
            <translation>El valor anterior ha vuelto.</translation>
        </message>
        <message>
            <source>Restore the value</source>
            <translation>Restaurar el valor</translation>
        </message>
        <message>
            <source>Read the original data</source>
            <translation>Leer los datos originales</translation>
        </message>
    </context>
    <context>
        <name>EditorBar</name>
        <message>
            <source>Undo</source>
            <translation>Deshacer</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Guardar</translation>
        </message>
        <message>
            <source>Save on this computer now; sending follows ({keys})</source>
            <translation>Guardar ahora en este equipo; después se envía ({keys})</translation>
        </message>
        <message>
            <source>Discard these changes</source>
            <translation>Descartar estos cambios</translation>
        </message>
    </context>
    <context>
        <name>EditorPage</name>
        <message>
            <source>Card</source>
            <translation>Ficha</translation>
        </message>
        <message>
            <source>Restore</source>
            <translation>Restaurar</translation>
        </message>
    </context>
    <context>
        <name>EntriesEditor</name>
        <message>
            <source>work</source>
            <translation>trabajo</translation>
        </message>
        <message>
            <source>home</source>
            <translation>casa</translation>
        </message>
        <message>
            <source>other</source>
            <translation>otro</translation>
        </message>
        <message>
            <source>mobile</source>
            <translation>móvil</translation>
        </message>
        <message>
            <source>Add another to {field}</source>
            <translation>Añadir otro a {field}</translation>
        </message>
    </context>
    <context>
        <name>EntryRow</name>
        <message>
            <source>name@company.com</source>
            <translation>nombre@empresa.es</translation>
        </message>
        <message>
            <source>Label of {field}</source>
            <translation>Etiqueta de {field}</translation>
        </message>
        <message>
            <source>Make primary</source>
            <translation>Marcar como principal</translation>
        </message>
        <message>
            <source>Write or call</source>
            <translation>Escribir o llamar</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Quitar</translation>
        </message>
        <message>
            <source>Primary</source>
            <translation>Principal</translation>
        </message>
        <message>
            <source>label</source>
            <translation>etiqueta</translation>
        </message>
        <message>
            <source>Open {target}</source>
            <translation>Abrir {target}</translation>
        </message>
    </context>
    <context>
        <name>ExportDialog</name>
        <message>
            <source>Export</source>
            <translation>Exportar</translation>
        </message>
        <message>
            <source>The selection: {things}</source>
            <translation>La selección: {things}</translation>
        </message>
        <message>
            <source>The list as it is shown</source>
            <translation>La lista tal como se muestra</translation>
        </message>
        <message>
            <source>Format</source>
            <translation>Formato</translation>
        </message>
        <message>
            <source>Only the columns that the list shows</source>
            <translation>Solo las columnas que muestra la lista</translation>
        </message>
        <message>
            <source>Safe for spreadsheets: nothing in it is calculated</source>
            <translation>Seguro para hojas de cálculo: nada se calcula</translation>
        </message>
        <message>
            <source>Cells that begin like a formula get an apostrophe in front. CRM Desk takes it away on import.</source>
            <translation>Las celdas que empiezan como una fórmula reciben un apóstrofo delante. CRM Desk lo quita al importar.</translation>
        </message>
        <message>
            <source>Excel workbook (.xlsx)</source>
            <translation>Libro de Excel (.xlsx)</translation>
        </message>
        <message>
            <source>Table, with commas (.csv)</source>
            <translation>Tabla con comas (.csv)</translation>
        </message>
        <message>
            <source>Table, with tabs (.tsv)</source>
            <translation>Tabla con tabuladores (.tsv)</translation>
        </message>
        <message>
            <source>Cards for phones, iCloud and Outlook (vCard 3.0)</source>
            <translation>Tarjetas para teléfonos, iCloud y Outlook (vCard 3.0)</translation>
        </message>
        <message>
            <source>Cards (vCard 4.0)</source>
            <translation>Tarjetas (vCard 4.0)</translation>
        </message>
        <message>
            <source>JSON, for programs</source>
            <translation>JSON, para programas</translation>
        </message>
        <message>
            <source>JSON, one object a line</source>
            <translation>JSON, un objeto por línea</translation>
        </message>
        <message>
            <source>Cards as JSON (jCard)</source>
            <translation>Tarjetas como JSON (jCard)</translation>
        </message>
        <message>
            <source>How far it is</source>
            <translation>Cuánto va</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>Exportar…</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
        <message>
            <source>What the export will hold</source>
            <translation>Lo que contendrá la exportación</translation>
        </message>
        <message numerus="yes">
            <source>Also %Ln that (is|are) archived or removed in its CRM</source>
            <translation>
                <numerusform>También %Ln (archivado o eliminado|archivados o eliminados) en su CRM</numerusform>
                <numerusform>También %Ln (archivado o eliminado|archivados o eliminados) en su CRM</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln in the trash (is|are) left out.</source>
            <translation>
                <numerusform>Se (deja|dejan) fuera %Ln de la papelera.</numerusform>
                <numerusform>Se (deja|dejan) fuera %Ln de la papelera.</numerusform>
            </translation>
        </message>
        <message>
            <source>{things}, a card each.</source>
            <translation>{things}, una tarjeta por cada uno.</translation>
        </message>
        <message>
            <source>A card that was imported keeps all that it had.</source>
            <translation>Una tarjeta importada conserva todo lo que tenía.</translation>
        </message>
        <message numerus="yes">
            <source>{fields} and %Ln more</source>
            <translation>
                <numerusform>{fields} y %Ln más</numerusform>
                <numerusform>{fields} y %Ln más</numerusform>
            </translation>
        </message>
        <message>
            <source>{things} with {fields}.</source>
            <translation>{things} con {fields}.</translation>
        </message>
        <message>
            <source>Export to</source>
            <translation>Exportar a</translation>
        </message>
    </context>
    <context>
        <name>FactEditor</name>
        <message>
            <source>Set by the CRM; it cannot be changed here.</source>
            <translation>Lo establece el CRM; no se puede cambiar aquí.</translation>
        </message>
    </context>
    <context>
        <name>Facts</name>
        <message>
            <source>A removed account</source>
            <translation>Una cuenta quitada</translation>
        </message>
        <message>
            <source>This cannot be changed in {names}. A change stays on this computer only.</source>
            <translation>Esto no se puede cambiar en {names}. Un cambio queda solo en este equipo.</translation>
        </message>
        <message>
            <source>The other values stay as they are.</source>
            <translation>Los demás valores quedan como están.</translation>
        </message>
        <message>
            <source>Goes to {names}</source>
            <translation>Va a {names}</translation>
        </message>
        <message>
            <source>only on this computer</source>
            <translation>solo en este equipo</translation>
        </message>
        <message>
            <source>Last sent and verified {when}</source>
            <translation>Último envío verificado {when}</translation>
        </message>
        <message>
            <source>sent</source>
            <translation>enviado</translation>
        </message>
        <message>
            <source>up to date</source>
            <translation>al día</translation>
        </message>
        <message>
            <source>sending</source>
            <translation>enviando</translation>
        </message>
        <message>
            <source>waiting</source>
            <translation>en espera</translation>
        </message>
        <message>
            <source>handed over</source>
            <translation>entregado</translation>
        </message>
        <message>
            <source>In a file {when}; the next export shows what was taken.</source>
            <translation>En un archivo {when}; la próxima exportación muestra qué se aceptó.</translation>
        </message>
        <message>
            <source>not accepted</source>
            <translation>no aceptado</translation>
        </message>
        <message>
            <source>changed in both places</source>
            <translation>cambiado en ambos sitios</translation>
        </message>
        <message>
            <source>It needs a decision.</source>
            <translation>Requiere una decisión.</translation>
        </message>
        <message>
            <source>Saved · sending to {names}</source>
            <translation>Guardado · enviando a {names}</translation>
        </message>
        <message>
            <source>Handed over to {names}; the next export shows what was taken</source>
            <translation>Entregado a {names}; la próxima exportación muestra qué se aceptó</translation>
        </message>
        <message>
            <source>Saved · waits for {names}: {why}</source>
            <translation>Guardado · espera a {names}: {why}</translation>
        </message>
        <message>
            <source>Sent to {names} and verified</source>
            <translation>Enviado a {names} y verificado</translation>
        </message>
        <message>
            <source>Problem with {names}: {why}</source>
            <translation>Problema con {names}: {why}</translation>
        </message>
        <message>
            <source>Saved on this computer</source>
            <translation>Guardado en este equipo</translation>
        </message>
        <message>
            <source>Create there</source>
            <translation>Crear allí</translation>
        </message>
        <message>
            <source>Delete there</source>
            <translation>Eliminar allí</translation>
        </message>
        <message>
            <source>Change {fields}</source>
            <translation>Cambiar {fields}</translation>
        </message>
    </context>
    <context>
        <name>Fate</name>
        <message>
            <source>new</source>
            <translation>nueva</translation>
        </message>
        <message>
            <source>changed</source>
            <translation>cambiada</translation>
        </message>
        <message>
            <source>unchanged</source>
            <translation>sin cambios</translation>
        </message>
        <message>
            <source>skipped</source>
            <translation>omitida</translation>
        </message>
        <message>
            <source>failed</source>
            <translation>fallida</translation>
        </message>
    </context>
    <context>
        <name>Field</name>
        <message>
            <source>Name</source>
            <translation>Nombre</translation>
        </message>
        <message>
            <source>First name</source>
            <translation>Nombre de pila</translation>
        </message>
        <message>
            <source>Last name</source>
            <translation>Apellidos</translation>
        </message>
        <message>
            <source>Company</source>
            <translation>Empresa</translation>
        </message>
        <message>
            <source>Job title</source>
            <translation>Cargo</translation>
        </message>
        <message>
            <source>Description</source>
            <translation>Descripción</translation>
        </message>
        <message>
            <source>Email</source>
            <translation>Correo</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>Teléfono</translation>
        </message>
        <message>
            <source>Birthday</source>
            <translation>Cumpleaños</translation>
        </message>
        <message>
            <source>Instagram</source>
            <translation>Instagram</translation>
        </message>
        <message>
            <source>Tags</source>
            <translation>Etiquetas</translation>
        </message>
        <message>
            <source>LinkedIn</source>
            <translation>LinkedIn</translation>
        </message>
        <message>
            <source>X (Twitter)</source>
            <translation>X (Twitter)</translation>
        </message>
        <message>
            <source>Facebook</source>
            <translation>Facebook</translation>
        </message>
        <message>
            <source>Telegram</source>
            <translation>Telegram</translation>
        </message>
        <message>
            <source>Website</source>
            <translation>Sitio web</translation>
        </message>
        <message>
            <source>Picture</source>
            <translation>Imagen</translation>
        </message>
        <message>
            <source>Location</source>
            <translation>Ubicación</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>Dirección</translation>
        </message>
        <message>
            <source>Street</source>
            <translation>Calle</translation>
        </message>
        <message>
            <source>City</source>
            <translation>Ciudad</translation>
        </message>
        <message>
            <source>Region</source>
            <translation>Región</translation>
        </message>
        <message>
            <source>Postcode</source>
            <translation>Código postal</translation>
        </message>
        <message>
            <source>Country</source>
            <translation>País</translation>
        </message>
        <message>
            <source>Education</source>
            <translation>Formación</translation>
        </message>
        <message>
            <source>Type</source>
            <translation>Tipo</translation>
        </message>
        <message>
            <source>Role</source>
            <translation>Función</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>Estado</translation>
        </message>
        <message>
            <source>Stage</source>
            <translation>Fase</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>Origen</translation>
        </message>
        <message>
            <source>Source reference</source>
            <translation>Referencia de origen</translation>
        </message>
        <message>
            <source>Bill to</source>
            <translation>Facturar a</translation>
        </message>
        <message>
            <source>Pricing model</source>
            <translation>Modelo de precios</translation>
        </message>
        <message>
            <source>Starred</source>
            <translation>Destacado</translation>
        </message>
        <message>
            <source>Last seen</source>
            <translation>Visto por última vez</translation>
        </message>
        <message>
            <source>Next reminder</source>
            <translation>Próximo recordatorio</translation>
        </message>
        <message>
            <source>Class</source>
            <translation>Clase</translation>
        </message>
        <message>
            <source>Price</source>
            <translation>Precio</translation>
        </message>
        <message>
            <source>Vendors</source>
            <translation>Vendedores</translation>
        </message>
        <message>
            <source>Buyers</source>
            <translation>Compradores</translation>
        </message>
        <message>
            <source>Milestones</source>
            <translation>Hitos</translation>
        </message>
        <message>
            <source>Risk overview</source>
            <translation>Resumen de riesgos</translation>
        </message>
        <message>
            <source>Deal</source>
            <translation>Operación</translation>
        </message>
        <message>
            <source>Property</source>
            <translation>Inmueble</translation>
        </message>
        <message>
            <source>People</source>
            <translation>Personas</translation>
        </message>
        <message>
            <source>Summary</source>
            <translation>Resumen</translation>
        </message>
        <message>
            <source>Settlement</source>
            <translation>Liquidación</translation>
        </message>
        <message>
            <source>Risk level</source>
            <translation>Nivel de riesgo</translation>
        </message>
        <message>
            <source>Risk flags</source>
            <translation>Señales de riesgo</translation>
        </message>
        <message>
            <source>Next action</source>
            <translation>Próxima acción</translation>
        </message>
        <message>
            <source>Next action by</source>
            <translation>Próxima acción de</translation>
        </message>
        <message>
            <source>Event</source>
            <translation>Evento</translation>
        </message>
        <message>
            <source>Starts</source>
            <translation>Inicio</translation>
        </message>
        <message>
            <source>Ends</source>
            <translation>Fin</translation>
        </message>
    </context>
    <context>
        <name>FieldBoxes</name>
        <message>
            <source>All</source>
            <translation>Todo</translation>
        </message>
        <message>
            <source>None</source>
            <translation>Ninguno</translation>
        </message>
        <message>
            <source>Tick all values of {field}</source>
            <translation>Marcar todos los valores de {field}</translation>
        </message>
        <message>
            <source>Tick no value of {field}</source>
            <translation>No marcar ningún valor de {field}</translation>
        </message>
        <message>
            <source>Find a value</source>
            <translation>Buscar un valor</translation>
        </message>
        <message>
            <source>Find a value of {field}</source>
            <translation>Buscar un valor de {field}</translation>
        </message>
        <message numerus="yes">
            <source>and %Ln more: type to find them</source>
            <translation>
                <numerusform>y %Ln más: escriba para encontrarlo</numerusform>
                <numerusform>y %Ln más: escriba para encontrarlos</numerusform>
            </translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>Sí</translation>
        </message>
        <message>
            <source>No</source>
            <translation>No</translation>
        </message>
        <message>
            <source>(none)</source>
            <translation>(ninguno)</translation>
        </message>
        <message numerus="yes">
            <source>{field}: only %Ln value(s)</source>
            <translation>
                <numerusform>{field}: solo %Ln valor</numerusform>
                <numerusform>{field}: solo %Ln valores</numerusform>
            </translation>
        </message>
        <message>
            <source>Only ticked values are included. New values stay out.</source>
            <translation>Solo se incluyen los valores marcados. Los nuevos quedan fuera.</translation>
        </message>
        <message numerus="yes">
            <source>{field}: %Ln value(s) left out</source>
            <translation>
                <numerusform>{field}: %Ln valor excluido</numerusform>
                <numerusform>{field}: %Ln valores excluidos</numerusform>
            </translation>
        </message>
        <message>
            <source>Unticked values are left out. New values are included.</source>
            <translation>Los valores sin marcar se excluyen. Los nuevos se incluyen.</translation>
        </message>
        <message>
            <source>{field}: all</source>
            <translation>{field}: todos</translation>
        </message>
    </context>
    <context>
        <name>FilterBar</name>
        <message>
            <source>Filter</source>
            <translation>Filtro</translation>
        </message>
        <message>
            <source>Clear all</source>
            <translation>Quitar todos</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Guardar</translation>
        </message>
        <message>
            <source>Save as view…</source>
            <translation>Guardar como vista…</translation>
        </message>
        <message>
            <source>Revert</source>
            <translation>Revertir</translation>
        </message>
        <message>
            <source>Filters</source>
            <translation>Filtros</translation>
        </message>
        <message>
            <source>{view} (changed)</source>
            <translation>{view} (cambiada)</translation>
        </message>
        <message>
            <source>Filter: {words}</source>
            <translation>Filtro: {words}</translation>
        </message>
        <message>
            <source>Leave these out</source>
            <translation>Excluir estos</translation>
        </message>
        <message>
            <source>Only these</source>
            <translation>Solo estos</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Quitar</translation>
        </message>
    </context>
    <context>
        <name>FilterForm</name>
        <message>
            <source>is empty</source>
            <translation>está vacío</translation>
        </message>
        <message>
            <source>is filled in</source>
            <translation>está rellenado</translation>
        </message>
        <message>
            <source>has the words</source>
            <translation>tiene las palabras</translation>
        </message>
        <message>
            <source>is</source>
            <translation>es</translation>
        </message>
        <message>
            <source>starts with</source>
            <translation>empieza por</translation>
        </message>
        <message>
            <source>contains</source>
            <translation>contiene</translation>
        </message>
        <message>
            <source>does not have the words</source>
            <translation>no tiene las palabras</translation>
        </message>
        <message>
            <source>differs between CRMs</source>
            <translation>difiere entre CRM</translation>
        </message>
        <message>
            <source>is on</source>
            <translation>es el</translation>
        </message>
        <message>
            <source>before</source>
            <translation>antes de</translation>
        </message>
        <message>
            <source>after</source>
            <translation>después de</translation>
        </message>
        <message>
            <source>in the last days</source>
            <translation>en los últimos días</translation>
        </message>
        <message>
            <source>in the next days</source>
            <translation>en los próximos días</translation>
        </message>
        <message>
            <source>more than</source>
            <translation>más de</translation>
        </message>
        <message>
            <source>less than</source>
            <translation>menos de</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>sí</translation>
        </message>
        <message>
            <source>no</source>
            <translation>no</translation>
        </message>
        <message>
            <source>Add a filter</source>
            <translation>Añadir un filtro</translation>
        </message>
        <message>
            <source>Account</source>
            <translation>Cuenta</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Situación</translation>
        </message>
        <message>
            <source>Changed in the last days</source>
            <translation>Cambiado en los últimos días</translation>
        </message>
        <message>
            <source>Added in the last days</source>
            <translation>Añadido en los últimos días</translation>
        </message>
        <message>
            <source>Filter by</source>
            <translation>Filtrar por</translation>
        </message>
        <message>
            <source>Which</source>
            <translation>Cuál</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>Valor</translation>
        </message>
        <message>
            <source>Add filter</source>
            <translation>Añadir filtro</translation>
        </message>
        <message>
            <source>Several CRMs</source>
            <translation>Varios CRM</translation>
        </message>
        <message>
            <source>within</source>
            <translation>dentro de</translation>
        </message>
        <message>
            <source>The tags that there are</source>
            <translation>Las etiquetas que hay</translation>
        </message>
        <message>
            <source>Fill in a value.</source>
            <translation>Introduzca un valor.</translation>
        </message>
    </context>
    <context>
        <name>Filters</name>
        <message>
            <source>Account</source>
            <translation>Cuenta</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Clase</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Motivo</translation>
        </message>
        <message>
            <source>Tag</source>
            <translation>Etiqueta</translation>
        </message>
        <message>
            <source>Clear all</source>
            <translation>Quitar todos</translation>
        </message>
        <message>
            <source>Every kind</source>
            <translation>Todas las clases</translation>
        </message>
        <message>
            <source>People and companies</source>
            <translation>Personas y empresas</translation>
        </message>
        <message>
            <source>Properties</source>
            <translation>Inmuebles</translation>
        </message>
        <message>
            <source>Filter by {what}</source>
            <translation>Filtrar por {what}</translation>
        </message>
        <message>
            <source>Every account</source>
            <translation>Todas las cuentas</translation>
        </message>
        <message>
            <source>Every reason</source>
            <translation>Todos los motivos</translation>
        </message>
        <message>
            <source>Every tag</source>
            <translation>Todas las etiquetas</translation>
        </message>
        <message>
            <source>not: {filter}</source>
            <translation>no: {filter}</translation>
        </message>
        <message>
            <source> or </source>
            <translation> o </translation>
        </message>
        <message>
            <source>{field} is {value}</source>
            <translation>{field} es {value}</translation>
        </message>
        <message>
            <source>{field} starts with {value}</source>
            <translation>{field} empieza por {value}</translation>
        </message>
        <message>
            <source>{field} contains {value}</source>
            <translation>{field} contiene {value}</translation>
        </message>
        <message>
            <source>{field} before {value}</source>
            <translation>{field} antes de {value}</translation>
        </message>
        <message>
            <source>{field} up to {value}</source>
            <translation>{field} hasta {value}</translation>
        </message>
        <message>
            <source>{field} after {value}</source>
            <translation>{field} después de {value}</translation>
        </message>
        <message>
            <source>{field} from {value}</source>
            <translation>{field} desde {value}</translation>
        </message>
        <message>
            <source>{field} is empty</source>
            <translation>{field} está vacío</translation>
        </message>
        <message>
            <source>{field} is filled in</source>
            <translation>{field} está rellenado</translation>
        </message>
        <message>
            <source>{field} differs between CRMs</source>
            <translation>{field} difiere entre CRM</translation>
        </message>
        <message>
            <source>In {account}</source>
            <translation>En {account}</translation>
        </message>
        <message>
            <source>Changed: {span}</source>
            <translation>Cambiado: {span}</translation>
        </message>
        <message>
            <source>Added: {span}</source>
            <translation>Añadido: {span}</translation>
        </message>
        <message>
            <source>Change waits to be sent</source>
            <translation>Un cambio espera el envío</translation>
        </message>
        <message>
            <source>Changed in both places</source>
            <translation>Cambiado en ambos sitios</translation>
        </message>
        <message>
            <source>Needs you</source>
            <translation>Le necesita</translation>
        </message>
        <message>
            <source>Starred</source>
            <translation>Destacado</translation>
        </message>
        <message>
            <source>Draft</source>
            <translation>Borrador</translation>
        </message>
    </context>
    <context>
        <name>FoldersRow</name>
        <message>
            <source>Profile</source>
            <translation>Perfil</translation>
        </message>
        <message>
            <source>Database</source>
            <translation>Base de datos</translation>
        </message>
        <message>
            <source>Backups</source>
            <translation>Copias de seguridad</translation>
        </message>
        <message>
            <source>Logs</source>
            <translation>Registros de actividad</translation>
        </message>
        <message>
            <source>Open the folder: {name}</source>
            <translation>Abrir la carpeta: {name}</translation>
        </message>
        <message>
            <source>Copy the path: {name}</source>
            <translation>Copiar la ruta: {name}</translation>
        </message>
    </context>
    <context>
        <name>Form</name>
        <message>
            <source>In Dex, open Settings, then API, and copy the key (a Professional plan is needed).</source>
            <translation>En Dex, abra Settings, luego API, y copie la clave (se necesita el plan Professional).</translation>
        </message>
        <message>
            <source>Personal relationships: friends, family and contacts</source>
            <translation>Relaciones personales: amigos, familia y contactos</translation>
        </message>
        <message>
            <source>Base address</source>
            <translation>Dirección base</translation>
        </message>
        <message>
            <source>v1: the origin; legacy: up to /api/rest (https://api.getdex.com/api/rest)</source>
            <translation>v1: el origen; legacy: hasta /api/rest (https://api.getdex.com/api/rest)</translation>
        </message>
        <message>
            <source>API</source>
            <translation>API</translation>
        </message>
        <message>
            <source>Today's API: keys that begin with dex_</source>
            <translation>API actual: claves que empiezan por dex_</translation>
        </message>
        <message>
            <source>The older API, with a key of its own kind</source>
            <translation>API anterior, con claves de otro tipo</translation>
        </message>
        <message>
            <source>Contacts a page</source>
            <translation>Contactos por página</translation>
        </message>
        <message>
            <source>10 to 500</source>
            <translation>De 10 a 500</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>Detalles</translation>
        </message>
        <message>
            <source>As the list has them</source>
            <translation>Como los da la lista</translation>
        </message>
        <message>
            <source>Read every contact by itself</source>
            <translation>Leer cada contacto por separado</translation>
        </message>
        <message>
            <source>Send emails and phones</source>
            <translation>Enviar correos y teléfonos</translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>Sí</translation>
        </message>
        <message>
            <source>No</source>
            <translation>No</translation>
        </message>
        <message>
            <source>Country of phone numbers</source>
            <translation>País de los teléfonos</translation>
        </message>
        <message>
            <source>two letters, such as AU, for numbers without a country code</source>
            <translation>dos letras, como ES, para números sin prefijo de país</translation>
        </message>
        <message>
            <source>Emails and phones are sent as</source>
            <translation>Los correos y teléfonos se envían como</translation>
        </message>
        <message>
            <source>contact_emails and contact_phone_numbers</source>
            <translation>contact_emails y contact_phone_numbers</translation>
        </message>
        <message>
            <source>emails and phones</source>
            <translation>emails y phones</translation>
        </message>
        <message>
            <source>Tells tags</source>
            <translation>Indica etiquetas</translation>
        </message>
        <message>
            <source>Tells what changed</source>
            <translation>Indica lo que cambió</translation>
        </message>
        <message>
            <source>API key</source>
            <translation>Clave de API</translation>
        </message>
        <message>
            <source>Dex: Settings, API</source>
            <translation>Dex: Settings, API</translation>
        </message>
        <message>
            <source>In Flex, open Main Menu, Integrations, API, accept the terms once, and add an API key.</source>
            <translation>En Flex, abra Main Menu, Integrations, API, acepte las condiciones una vez y añada una clave de API.</translation>
        </message>
        <message>
            <source>Rental of equipment: clients, vendors and venues</source>
            <translation>Alquiler de equipos: clientes, proveedores y locales</translation>
        </message>
        <message>
            <source>Address of your Flex</source>
            <translation>Dirección de su Flex</translation>
        </message>
        <message>
            <source>https://yoursite.flexrentalsolutions.com/f5/api; the host alone will do</source>
            <translation>https://yoursite.flexrentalsolutions.com/f5/api; basta el host</translation>
        </message>
        <message>
            <source>API plan</source>
            <translation>Plan de API</translation>
        </message>
        <message>
            <source>Enterprise: 100,000 calls a month</source>
            <translation>Enterprise: 100.000 llamadas al mes</translation>
        </message>
        <message>
            <source>Upgrade: 250,000 calls a month</source>
            <translation>Upgrade: 250.000 llamadas al mes</translation>
        </message>
        <message>
            <source>Lite: 1,000 calls a month</source>
            <translation>Lite: 1.000 llamadas al mes</translation>
        </message>
        <message>
            <source>Calls a month</source>
            <translation>Llamadas al mes</translation>
        </message>
        <message>
            <source>where your plan allows another number</source>
            <translation>si su plan permite otra cantidad</translation>
        </message>
        <message>
            <source>1 to 1000; by plan: 100, lite 500</source>
            <translation>De 1 a 1000; según el plan: 100, lite 500</translation>
        </message>
        <message>
            <source>Read details again after days</source>
            <translation>Releer los detalles tras días</translation>
        </message>
        <message>
            <source>Flex does not tell when an email or phone changed; by plan: 7, upgrade 3, lite 90</source>
            <translation>Flex no indica cuándo cambió un correo o teléfono; según el plan: 7, upgrade 3, lite 90</translation>
        </message>
        <message>
            <source>Contacts can be changed</source>
            <translation>Se pueden cambiar contactos</translation>
        </message>
        <message>
            <source>Contacts can be deleted</source>
            <translation>Se pueden eliminar contactos</translation>
        </message>
        <message>
            <source>Contacts can be changed without their lists</source>
            <translation>Se pueden cambiar contactos sin sus listas</translation>
        </message>
        <message>
            <source>Addresses can be changed</source>
            <translation>Se pueden cambiar direcciones</translation>
        </message>
        <message>
            <source>The list comes in the order of changes</source>
            <translation>La lista viene en orden de cambios</translation>
        </message>
        <message>
            <source>Resource type of new contacts</source>
            <translation>Tipo de recurso de contactos nuevos</translation>
        </message>
        <message>
            <source>Number of the list's first page</source>
            <translation>Número de la primera página de la lista</translation>
        </message>
        <message>
            <source>Flex: Main Menu, Integrations, API, Add API Key</source>
            <translation>Flex: Main Menu, Integrations, API, Add API Key</translation>
        </message>
        <message>
            <source>Use the email address and password with which you sign in to Rex; a user for CRM Desk alone is best.</source>
            <translation>Use el correo y la contraseña con los que entra en Rex; lo mejor es un usuario solo para CRM Desk.</translation>
        </message>
        <message>
            <source>Real estate sales and rentals in Australia and the UK</source>
            <translation>Venta y alquiler de inmuebles en Australia y el Reino Unido</translation>
        </message>
        <message>
            <source>Region or address</source>
            <translation>Región o dirección</translation>
        </message>
        <message>
            <source>accounts of the UK are at home on a host of their own; or an address up to /v1/rex</source>
            <translation>las cuentas del Reino Unido tienen su propio host; o una dirección hasta /v1/rex</translation>
        </message>
        <message>
            <source>Australia and New Zealand</source>
            <translation>Australia y Nueva Zelanda</translation>
        </message>
        <message>
            <source>United Kingdom</source>
            <translation>Reino Unido</translation>
        </message>
        <message>
            <source>Email address and password: reads and writes</source>
            <translation>Correo y contraseña: lee y escribe</translation>
        </message>
        <message>
            <source>Sign-in in the browser: reads the contact list only</source>
            <translation>Inicio de sesión en el navegador: solo lee la lista de contactos</translation>
        </message>
        <message>
            <source>Demo Rex only</source>
            <translation>Solo el Rex de demo</translation>
        </message>
        <message>
            <source>Yes: it starts by itself</source>
            <translation>Sí: se inicia solo</translation>
        </message>
        <message>
            <source>Account number</source>
            <translation>Número de cuenta</translation>
        </message>
        <message>
            <source>which one, for a user who belongs to several accounts</source>
            <translation>cuál, para usuarios con varias cuentas</translation>
        </message>
        <message>
            <source>Contacts a list page</source>
            <translation>Contactos por página de lista</translation>
        </message>
        <message>
            <source>10 to 50000</source>
            <translation>De 10 a 50000</translation>
        </message>
        <message>
            <source>Sign-in address</source>
            <translation>Dirección de inicio de sesión</translation>
        </message>
        <message>
            <source>usually /oauth/authorize</source>
            <translation>normalmente /oauth/authorize</translation>
        </message>
        <message>
            <source>Token address</source>
            <translation>Dirección del token</translation>
        </message>
        <message>
            <source>usually /oauth/token</source>
            <translation>normalmente /oauth/token</translation>
        </message>
        <message>
            <source>Redirect address</source>
            <translation>Dirección de retorno</translation>
        </message>
        <message>
            <source>http://127.0.0.1:PORT/PATH as registered; unset: any free port</source>
            <translation>http://127.0.0.1:PUERTO/RUTA como se registró; vacío: cualquier puerto libre</translation>
        </message>
        <message>
            <source>Sources come as</source>
            <translation>Los orígenes vienen como</translation>
        </message>
        <message>
            <source>Accounts of this user</source>
            <translation>Cuentas de este usuario</translation>
        </message>
        <message>
            <source>Scope</source>
            <translation>Alcance</translation>
        </message>
        <message>
            <source>usually openid profile rex.read</source>
            <translation>normalmente openid profile rex.read</translation>
        </message>
        <message>
            <source>Contact list</source>
            <translation>Lista de contactos</translation>
        </message>
        <message>
            <source>usually contacts/list below the base address</source>
            <translation>normalmente contacts/list bajo la dirección base</translation>
        </message>
        <message>
            <source>Email address</source>
            <translation>Correo electrónico</translation>
        </message>
        <message>
            <source>the address you sign in to Rex with</source>
            <translation>la dirección con la que entra en Rex</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>Contraseña</translation>
        </message>
        <message>
            <source>Client ID</source>
            <translation>ID de cliente</translation>
        </message>
        <message>
            <source>of the application registered with Rex</source>
            <translation>de la aplicación registrada en Rex</translation>
        </message>
        <message>
            <source>Client secret</source>
            <translation>Secreto de cliente</translation>
        </message>
        <message>
            <source>The API key comes from MRI; the access token from Office, Integrations, Third-Party Access in MRI Vault.</source>
            <translation>La clave de API la da MRI; el token de acceso está en Office, Integrations, Third-Party Access de MRI Vault.</translation>
        </message>
        <message>
            <source>Real estate in Australia, New Zealand and the UK</source>
            <translation>Inmuebles en Australia, Nueva Zelanda y el Reino Unido</translation>
        </message>
        <message>
            <source>or an address up to /api/v1.3; of a Zena service its origin</source>
            <translation>o una dirección hasta /api/v1.3; de un servicio Zena, su origen</translation>
        </message>
        <message>
            <source>United Kingdom (VaultEA)</source>
            <translation>Reino Unido (VaultEA)</translation>
        </message>
        <message>
            <source>MRI's own API: the integrator's key and an access token</source>
            <translation>API de MRI: la clave del integrador y un token de acceso</translation>
        </message>
        <message>
            <source>A Zena service: one key</source>
            <translation>Un servicio Zena: una clave</translation>
        </message>
        <message>
            <source>Records a page</source>
            <translation>Registros por página</translation>
        </message>
        <message>
            <source>Entity types</source>
            <translation>Tipos de entidad</translation>
        </message>
        <message>
            <source>those that the agency has</source>
            <translation>los que tiene la agencia</translation>
        </message>
        <message>
            <source>Time zone</source>
            <translation>Zona horaria</translation>
        </message>
        <message>
            <source>the agency's, in which its days begin</source>
            <translation>la de la agencia, en la que empiezan sus días</translation>
        </message>
        <message>
            <source>Owners and buyers</source>
            <translation>Propietarios y compradores</translation>
        </message>
        <message>
            <source>Read them</source>
            <translation>Leerlos</translation>
        </message>
        <message>
            <source>Leave them: saves three calls for each property</source>
            <translation>Omitirlos: ahorra tres llamadas por inmueble</translation>
        </message>
        <message>
            <source>The integrator's key that MRI gave you (X-Api-Key).</source>
            <translation>La clave de integrador que le dio MRI (X-Api-Key).</translation>
        </message>
        <message>
            <source>Access token</source>
            <translation>Token de acceso</translation>
        </message>
        <message>
            <source>In MRI Vault: Office, Integrations, Third-Party Access.</source>
            <translation>En MRI Vault: Office, Integrations, Third-Party Access.</translation>
        </message>
        <message>
            <source>In the web app of your deployment, open Organizations, Manage Org, Security &amp; API, and generate an API key.</source>
            <translation>En la aplicación web de su instalación, abra Organizations, Manage Org, Security &amp; API y genere una clave de API.</translation>
        </message>
        <message>
            <source>Your organisation’s own contacts and events</source>
            <translation>Contactos y eventos de su propia organización</translation>
        </message>
        <message>
            <source>Address of the deployment</source>
            <translation>Dirección de la instalación</translation>
        </message>
        <message>
            <source>https://yours.convex.site; its origin will do</source>
            <translation>https://yours.convex.site; basta el origen</translation>
        </message>
        <message>
            <source>Find out at the sign-in</source>
            <translation>Averiguar al iniciar sesión</translation>
        </message>
        <message>
            <source>The first server: reads, and takes new contacts alone</source>
            <translation>El primer servidor: lee y solo acepta contactos nuevos</translation>
        </message>
        <message>
            <source>The later server: takes changes too</source>
            <translation>El servidor posterior: también acepta cambios</translation>
        </message>
        <message>
            <source>1 to 200</source>
            <translation>De 1 a 200</translation>
        </message>
        <message>
            <source>Generation of the server</source>
            <translation>Generación del servidor</translation>
        </message>
        <message>
            <source>The first</source>
            <translation>La primera</translation>
        </message>
        <message>
            <source>The later</source>
            <translation>La posterior</translation>
        </message>
        <message>
            <source>Custom fields that were seen</source>
            <translation>Campos propios vistos</translation>
        </message>
        <message>
            <source>Manage Organization, Security &amp; API, Generate API key; it is shown once</source>
            <translation>Manage Organization, Security &amp; API, Generate API key; se muestra una sola vez</translation>
        </message>
        <message>
            <source>In Follow Up Boss, open Admin, then API, and create an API key.</source>
            <translation>En Follow Up Boss, abra Admin, luego API, y cree una clave de API.</translation>
        </message>
        <message>
            <source>Real estate leads and clients in North America</source>
            <translation>Clientes y prospectos inmobiliarios en Norteamérica</translation>
        </message>
        <message>
            <source>People a page</source>
            <translation>Personas por página</translation>
        </message>
        <message>
            <source>Custom fields</source>
            <translation>Campos propios</translation>
        </message>
        <message>
            <source>Follow Up Boss: Admin, API</source>
            <translation>Follow Up Boss: Admin, API</translation>
        </message>
        <message>
            <source>File or folder</source>
            <translation>Archivo o carpeta</translation>
        </message>
        <message>
            <source>the whole path</source>
            <translation>la ruta completa</translation>
        </message>
        <message>
            <source>Kind of file</source>
            <translation>Tipo de archivo</translation>
        </message>
        <message>
            <source>One file</source>
            <translation>Un archivo</translation>
        </message>
        <message>
            <source>The newest file of a folder</source>
            <translation>El archivo más nuevo de una carpeta</translation>
        </message>
        <message>
            <source>Names of its files</source>
            <translation>Nombres de sus archivos</translation>
        </message>
        <message>
            <source>such as contacts*.csv</source>
            <translation>como contactos*.csv</translation>
        </message>
        <message>
            <source>What tells contacts apart</source>
            <translation>Qué distingue los contactos</translation>
        </message>
        <message>
            <source>a column, or email, or row; found out where it is left empty</source>
            <translation>una columna, o email, o row; vacío: se averigua</translation>
        </message>
        <message>
            <source>Does each file hold everybody?</source>
            <translation>¿Contiene cada archivo a todos?</translation>
        </message>
        <message>
            <source>No: who is missing stays</source>
            <translation>No: quien falta se queda</translation>
        </message>
        <message>
            <source>Yes: who is missing was deleted there</source>
            <translation>Sí: quien falta se eliminó allí</translation>
        </message>
        <message>
            <source>Order of dates</source>
            <translation>Orden de las fechas</translation>
        </message>
        <message>
            <source>where the file does not prove it</source>
            <translation>donde el archivo no lo demuestra</translation>
        </message>
        <message>
            <source>Day, month, year</source>
            <translation>Día, mes, año</translation>
        </message>
        <message>
            <source>Month, day, year</source>
            <translation>Mes, día, año</translation>
        </message>
        <message>
            <source>Year, month, day</source>
            <translation>Año, mes, día</translation>
        </message>
        <message>
            <source>Sheet</source>
            <translation>Hoja</translation>
        </message>
        <message>
            <source>of a workbook; the one that looks like contacts where it is left empty</source>
            <translation>de un libro; vacío: la que parece de contactos</translation>
        </message>
        <message>
            <source>Encoding</source>
            <translation>Codificación</translation>
        </message>
        <message>
            <source>such as windows-1252; found out where it is left empty</source>
            <translation>como windows-1252; vacío: se averigua</translation>
        </message>
        <message>
            <source>Delimiter</source>
            <translation>Delimitador</translation>
        </message>
        <message>
            <source>; or , or tab; found out where it is left empty</source>
            <translation>; o , o tab; vacío: se averigua</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>Dirección</translation>
        </message>
        <message>
            <source>of the file; it follows from its path</source>
            <translation>del archivo; se deduce de su ruta</translation>
        </message>
        <message>
            <source>Read as</source>
            <translation>Leído como</translation>
        </message>
        <message>
            <source>Told apart by</source>
            <translation>Distinguidos por</translation>
        </message>
        <message>
            <source>Was not empty</source>
            <translation>No estaba vacía</translation>
        </message>
        <message>
            <source>What its columns mean</source>
            <translation>Qué significan sus columnas</translation>
        </message>
        <message>
            <source>Choose a file that another program writes again and again, such as an export. It is read, never changed; only a folder of cards is.</source>
            <translation>Elija un archivo que otro programa escribe una y otra vez, como una exportación. Se lee y nunca se modifica; solo una carpeta de tarjetas se modifica.</translation>
        </message>
        <message>
            <source>A folder of cards, changed too</source>
            <translation>Una carpeta de tarjetas, que también se modifica</translation>
        </message>
        <message>
            <source>A table or vCards on this computer. By file, not live: as new as the file, and nothing is sent</source>
            <translation>Una tabla o vCards en este equipo. Por archivo, no en vivo: tan nuevo como el archivo, y no se envía nada</translation>
        </message>
        <message>
            <source>In Top Producer, search for all contacts, tick all, and choose Export Contacts with all columns. It has no way in for other programs: what you change here is handed over as a file, which you import there.</source>
            <translation>En Top Producer, busque todos los contactos, márquelos todos y elija Export Contacts con todas las columnas. No tiene acceso para otros programas: lo que cambie aquí se entrega como archivo, que usted importa allí.</translation>
        </message>
        <message>
            <source>Exported contacts. By file, not live: as new as the file; what you change is handed over as a file</source>
            <translation>Contactos exportados. Por archivo, no en vivo: tan nuevo como el archivo; lo que cambie se entrega como archivo</translation>
        </message>
        <message>
            <source>A table: CSV, TSV, XLSX or JSON</source>
            <translation>Una tabla: CSV, TSV, XLSX o JSON</translation>
        </message>
        <message>
            <source>A file of cards: vCard or jCard</source>
            <translation>Un archivo de tarjetas: vCard o jCard</translation>
        </message>
    </context>
    <context>
        <name>FoundDialog</name>
        <message>
            <source>Detected settings of {name}</source>
            <translation>Ajustes detectados de {name}</translation>
        </message>
        <message>
            <source>Every CRM is set up a little differently. These settings were detected from its answers; forget one, and it is detected again.</source>
            <translation>Cada CRM está configurado de forma algo distinta. Estos ajustes se detectaron en sus respuestas; olvide uno y se detectará de nuevo.</translation>
        </message>
        <message>
            <source>Forget all</source>
            <translation>Olvidar todo</translation>
        </message>
        <message>
            <source>Signed in as</source>
            <translation>Sesión iniciada como</translation>
        </message>
        <message>
            <source>Forget</source>
            <translation>Olvidar</translation>
        </message>
        <message>
            <source>Forget {what}</source>
            <translation>Olvidar {what}</translation>
        </message>
        <message>
            <source>Forget the detected setting</source>
            <translation>Olvidar el ajuste detectado</translation>
        </message>
    </context>
    <context>
        <name>FoundPage</name>
        <message>
            <source>{crm} answers</source>
            <translation>{crm} responde</translation>
        </message>
        <message>
            <source>Signed in as {who}</source>
            <translation>Sesión iniciada como {who}</translation>
        </message>
        <message>
            <source>Name of this account</source>
            <translation>Nombre de esta cuenta</translation>
        </message>
        <message>
            <source>No name</source>
            <translation>Sin nombre</translation>
        </message>
        <message>
            <source>It is still empty.</source>
            <translation>Aún está vacío.</translation>
        </message>
        <message>
            <source>Fields seen: {fields}</source>
            <translation>Campos vistos: {fields}</translation>
        </message>
        <message numerus="yes">
            <source>%Ln more field(s) (is|are) stored but not shown</source>
            <translation>
                <numerusform>%Ln campo más se guarda sin mostrarse</numerusform>
                <numerusform>%Ln campos más se guardan sin mostrarse</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>GeneralPage</name>
        <message>
            <source>None</source>
            <translation>Ninguno</translation>
        </message>
        <message>
            <source>First name first: Ada Quill</source>
            <translation>Primero el nombre: Ada Quill</translation>
        </message>
        <message>
            <source>Last name first: Quill, Ada</source>
            <translation>Primero el apellido: Quill, Ada</translation>
        </message>
        <message>
            <source>Follow the system</source>
            <translation>Seguir el sistema</translation>
        </message>
        <message>
            <source>Ask me</source>
            <translation>Preguntarme</translation>
        </message>
        <message>
            <source>Keep syncing in the tray</source>
            <translation>Seguir sincronizando en la bandeja</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>Salir</translation>
        </message>
        <message>
            <source>This desktop has no tray to come back from, so closing the window always quits.</source>
            <translation>Este escritorio no tiene bandeja desde la que volver, así que cerrar la ventana siempre sale del programa.</translation>
        </message>
        <message>
            <source>Where the last one was</source>
            <translation>Donde se creó el último</translation>
        </message>
        <message>
            <source>This computer only</source>
            <translation>Solo en este ordenador</translation>
        </message>
        <message>
            <source>An account that takes nothing new any more</source>
            <translation>Una cuenta que ya no acepta nada nuevo</translation>
        </message>
    </context>
    <context>
        <name>HandOver</name>
        <message>
            <source>Hand over the changes for {name}</source>
            <translation>Entregar los cambios para {name}</translation>
        </message>
        <message>
            <source>Changes for {name} {day}</source>
            <translation>Cambios para {name} {day}</translation>
        </message>
        <message>
            <source>Hand over the changes</source>
            <translation>Entregar los cambios</translation>
        </message>
        <message numerus="yes">
            <source>%Ln change(s) handed over</source>
            <translation>
                <numerusform>%Ln cambio entregado</numerusform>
                <numerusform>%Ln cambios entregados</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing was handed over</source>
            <translation>No se entregó nada</translation>
        </message>
        <message>
            <source>OK</source>
            <translation>Aceptar</translation>
        </message>
        <message numerus="yes">
            <source>%Ln contact(s)</source>
            <translation>
                <numerusform>%Ln contacto</numerusform>
                <numerusform>%Ln contactos</numerusform>
            </translation>
        </message>
        <message>
            <source>{people} in {file}.</source>
            <translation>{people} en {file}.</translation>
        </message>
        <message>
            <source>Import it in {crm}, and let it replace who is there: a program that does not look for them makes them twice. The next export that is read here shows what was taken; until then nothing counts as done.</source>
            <translation>Impórtelo en {crm} y deje que reemplace a quienes ya están: un programa que no los busca los crea dos veces. La próxima exportación que se lea aquí muestra qué se aceptó; hasta entonces nada se da por hecho.</translation>
        </message>
        <message>
            <source>Not in it: {field}. {why}.</source>
            <translation>No está en él: {field}. {why}.</translation>
        </message>
        <message numerus="yes">
            <source>And %Ln more, as the list of problems says.</source>
            <translation>
                <numerusform>Y %Ln más, como dice la lista de problemas.</numerusform>
                <numerusform>Y %Ln más, como dice la lista de problemas.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln change(s) (waits|wait) for your decision first.</source>
            <translation>
                <numerusform>%Ln cambio espera antes su decisión.</numerusform>
                <numerusform>%Ln cambios esperan antes su decisión.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Header</name>
        <message>
            <source>Star</source>
            <translation>Destacar</translation>
        </message>
        <message>
            <source>More actions</source>
            <translation>Más acciones</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Cerrar</translation>
        </message>
        <message>
            <source>Cancelled</source>
            <translation>Cancelado</translation>
        </message>
        <message>
            <source>Remove the star</source>
            <translation>Quitar la estrella</translation>
        </message>
    </context>
    <context>
        <name>HistoryDialog</name>
        <message>
            <source>History of syncs</source>
            <translation>Historial de sincronizaciones</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Copiar</translation>
        </message>
        <message>
            <source>Copies the selected rows, or all that are shown</source>
            <translation>Copia las filas seleccionadas, o todas las visibles</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Cerrar</translation>
        </message>
        <message>
            <source>Account</source>
            <translation>Cuenta</translation>
        </message>
        <message>
            <source>All accounts</source>
            <translation>Todas las cuentas</translation>
        </message>
        <message numerus="yes">
            <source>%Ln sync(s)</source>
            <translation>
                <numerusform>%Ln sincronización</numerusform>
                <numerusform>%Ln sincronizaciones</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>HistoryOfChanges</name>
        <message>
            <source>History of changes</source>
            <translation>Historial de cambios</translation>
        </message>
        <message>
            <source>Changes, newest first</source>
            <translation>Cambios, los más recientes primero</translation>
        </message>
        <message>
            <source>What taking it back would do</source>
            <translation>Qué haría revertirlo</translation>
        </message>
        <message>
            <source>What</source>
            <translation>Qué</translation>
        </message>
        <message>
            <source>Now</source>
            <translation>Ahora</translation>
        </message>
        <message>
            <source>Then</source>
            <translation>Después</translation>
        </message>
        <message>
            <source>Undo this</source>
            <translation>Deshacer esto</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Cerrar</translation>
        </message>
        <message>
            <source>{what} (undone)</source>
            <translation>{what} (deshecho)</translation>
        </message>
        <message>
            <source>Nothing was changed yet. What you do, and what a sync brings, is listed here.</source>
            <translation>Aún no se ha cambiado nada. Aquí aparece lo que hace usted y lo que trae una sincronización.</translation>
        </message>
        <message>
            <source>What undo would do</source>
            <translation>Qué haría deshacer</translation>
        </message>
        <message>
            <source>All of it is as it was before.</source>
            <translation>Todo está como antes.</translation>
        </message>
        <message numerus="yes">
            <source>%n can be taken back</source>
            <translation>
                <numerusform>%n se puede revertir</numerusform>
                <numerusform>%n se pueden revertir</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n edited since, which stay(s|)</source>
            <translation>
                <numerusform>%n editado desde entonces, queda</numerusform>
                <numerusform>%n editados desde entonces, quedan</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n cannot be taken back</source>
            <translation>
                <numerusform>%n no se puede revertir</numerusform>
                <numerusform>%n no se pueden revertir</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>y %n más</numerusform>
                <numerusform>y %n más</numerusform>
            </translation>
        </message>
        <message>
            <source>Undone: {what}</source>
            <translation>Deshecho: {what}</translation>
        </message>
    </context>
    <context>
        <name>HistorySection</name>
        <message>
            <source>History</source>
            <translation>Historial</translation>
        </message>
        <message>
            <source>import of {file}, line {line}</source>
            <translation>importación de {file}, línea {line}</translation>
        </message>
        <message>
            <source>Show earlier ones</source>
            <translation>Mostrar anteriores</translation>
        </message>
        <message>
            <source>Made by the import of {file}, line {line}</source>
            <translation>Creado al importar {file}, línea {line}</translation>
        </message>
        <message>
            <source>Nothing changed since it was first read.</source>
            <translation>Nada ha cambiado desde la primera lectura.</translation>
        </message>
        <message>
            <source>you</source>
            <translation>usted</translation>
        </message>
        <message>
            <source>sync</source>
            <translation>sincronización</translation>
        </message>
        <message>
            <source>restored by you</source>
            <translation>restaurado por usted</translation>
        </message>
        <message>
            <source>decided by you</source>
            <translation>decidido por usted</translation>
        </message>
        <message>
            <source>import</source>
            <translation>importación</translation>
        </message>
        <message>
            <source>the key “{name}”</source>
            <translation>la clave «{name}»</translation>
        </message>
    </context>
    <context>
        <name>HooksRow</name>
        <message>
            <source>Address of a new hook</source>
            <translation>Dirección de un hook nuevo</translation>
        </message>
        <message>
            <source>What it is told</source>
            <translation>De qué se entera</translation>
        </message>
        <message>
            <source>All changes</source>
            <translation>Todos los cambios</translation>
        </message>
        <message>
            <source>Contacts</source>
            <translation>Contactos</translation>
        </message>
        <message>
            <source>Properties</source>
            <translation>Inmuebles</translation>
        </message>
        <message>
            <source>Deals</source>
            <translation>Operaciones</translation>
        </message>
        <message>
            <source>Events</source>
            <translation>Eventos</translation>
        </message>
        <message>
            <source>Trouble alone</source>
            <translation>Solo problemas</translation>
        </message>
        <message>
            <source>It may lead to this computer or into my own network</source>
            <translation>Puede llevar a este ordenador o a mi propia red</translation>
        </message>
        <message>
            <source>New hook</source>
            <translation>Hook nuevo</translation>
        </message>
        <message>
            <source>No CRM can call a program on a desk, and we run no relay. What works: incremental pulls on a short schedule (there already).</source>
            <translation>Ningún CRM puede llamar a un programa de un escritorio, y no tenemos ningún servidor intermedio. Lo que funciona: recogidas incrementales con un horario corto (ya existe).</translation>
        </message>
        <message>
            <source>No hook yet.</source>
            <translation>Todavía no hay ningún hook.</translation>
        </message>
        <message>
            <source>Nothing was sent yet</source>
            <translation>Todavía no se envió nada</translation>
        </message>
        <message>
            <source>may lead into your network</source>
            <translation>puede llevar a su red</translation>
        </message>
        <message>
            <source>made by the key {name}</source>
            <translation>creado por la clave {name}</translation>
        </message>
        <message>
            <source>Send again</source>
            <translation>Enviar de nuevo</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Quitar</translation>
        </message>
        <message>
            <source>Remove the hook</source>
            <translation>Quitar el hook</translation>
        </message>
        <message>
            <source>Make the hook</source>
            <translation>Crear el hook</translation>
        </message>
        <message>
            <source>The secret of the hook</source>
            <translation>El secreto del hook</translation>
        </message>
        <message>
            <source>Its messages are signed with this secret (Standard Webhooks). It is shown this once: keep it where the messages arrive.</source>
            <translation>Sus mensajes se firman con este secreto (Standard Webhooks). Se muestra solo esta vez: guárdelo donde lleguen los mensajes.</translation>
        </message>
    </context>
    <context>
        <name>ImportDialog</name>
        <message>
            <source>Import</source>
            <translation>Importar</translation>
        </message>
        <message>
            <source>Undo the import</source>
            <translation>Deshacer la importación</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Atrás</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
        <message>
            <source>End the import</source>
            <translation>Terminar la importación</translation>
        </message>
        <message>
            <source>See what would happen</source>
            <translation>Ver qué pasaría</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Cerrar</translation>
        </message>
        <message>
            <source>Read the file</source>
            <translation>Leer el archivo</translation>
        </message>
        <message>
            <source>Plan the import</source>
            <translation>Planificar la importación</translation>
        </message>
        <message>
            <source>Import the file</source>
            <translation>Importar el archivo</translation>
        </message>
        <message>
            <source>Tell what was imported</source>
            <translation>Decir qué se importó</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Continuar</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>Pausa</translation>
        </message>
        <message>
            <source>Save the rows that were not taken</source>
            <translation>Guardar las filas que no se tomaron</translation>
        </message>
        <message>
            <source>Save the rows</source>
            <translation>Guardar las filas</translation>
        </message>
    </context>
    <context>
        <name>ImportHistory</name>
        <message>
            <source>History of imports</source>
            <translation>Historial de importaciones</translation>
        </message>
        <message>
            <source>When</source>
            <translation>Cuándo</translation>
        </message>
        <message>
            <source>File</source>
            <translation>Archivo</translation>
        </message>
        <message>
            <source>New</source>
            <translation>Nuevas</translation>
        </message>
        <message>
            <source>Changed</source>
            <translation>Cambiadas</translation>
        </message>
        <message>
            <source>Unchanged</source>
            <translation>Sin cambios</translation>
        </message>
        <message>
            <source>Skipped</source>
            <translation>Omitidas</translation>
        </message>
        <message>
            <source>Failed</source>
            <translation>Fallidas</translation>
        </message>
        <message>
            <source>How it ended</source>
            <translation>Cómo terminó</translation>
        </message>
        <message>
            <source>Undo this import</source>
            <translation>Deshacer esta importación</translation>
        </message>
        <message>
            <source>Go on with it</source>
            <translation>Continuarla</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Cerrar</translation>
        </message>
        <message>
            <source>Undo the import</source>
            <translation>Deshacer la importación</translation>
        </message>
        <message>
            <source>Go on with the import</source>
            <translation>Continuar la importación</translation>
        </message>
        <message>
            <source>Nothing was imported yet.</source>
            <translation>Aún no se ha importado nada.</translation>
        </message>
        <message>
            <source>whole</source>
            <translation>entera</translation>
        </message>
        <message>
            <source>but for some rows</source>
            <translation>salvo algunas filas</translation>
        </message>
        <message>
            <source>ended by you</source>
            <translation>terminada por ti</translation>
        </message>
        <message>
            <source>stopped</source>
            <translation>detenida</translation>
        </message>
        <message>
            <source>failed</source>
            <translation>fallida</translation>
        </message>
        <message>
            <source>going on</source>
            <translation>en curso</translation>
        </message>
        <message>
            <source>taken back</source>
            <translation>deshecha</translation>
        </message>
        <message>
            <source>{back} taken back, {kept} kept, since they were changed or sent meanwhile.</source>
            <translation>{back} deshechas, {kept} conservadas, porque entretanto se cambiaron o enviaron.</translation>
        </message>
    </context>
    <context>
        <name>Importing</name>
        <message>
            <source>Import</source>
            <translation>Importar</translation>
        </message>
        <message>
            <source>Contacts and tables (*.csv *.tsv *.txt *.xlsx *.json *.jsonl *.vcf *.vcard)</source>
            <translation>Contactos y tablas (*.csv *.tsv *.txt *.xlsx *.json *.jsonl *.vcf *.vcard)</translation>
        </message>
        <message>
            <source>All files (*)</source>
            <translation>Todos los archivos (*)</translation>
        </message>
        <message>
            <source>Keep what was pasted</source>
            <translation>Guardar lo pegado</translation>
        </message>
        <message>
            <source>The clipboard holds no rows of a table, no signature of a mail, no vCard and no file.</source>
            <translation>El portapapeles no contiene filas de una tabla, ni la firma de un correo, ni una vCard, ni un archivo.</translation>
        </message>
        <message>
            <source>Forget what was pasted</source>
            <translation>Olvidar lo pegado</translation>
        </message>
        <message>
            <source>Open the file</source>
            <translation>Abrir el archivo</translation>
        </message>
        <message>
            <source>Clipboard</source>
            <translation>Portapapeles</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Cerrar</translation>
        </message>
        <message>
            <source>Read the history of imports</source>
            <translation>Leer el historial de importaciones</translation>
        </message>
    </context>
    <context>
        <name>ItemModel</name>
        <message>
            <source>Loading</source>
            <translation>Cargando</translation>
        </message>
        <message>
            <source>sorted descending</source>
            <translation>orden descendente</translation>
        </message>
        <message>
            <source>sorted ascending</source>
            <translation>orden ascendente</translation>
        </message>
        <message>
            <source>, second</source>
            <translation>, segundo</translation>
        </message>
    </context>
    <context>
        <name>ItemPicker</name>
        <message>
            <source>Type to find</source>
            <translation>Escriba para buscar</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>Buscar</translation>
        </message>
        <message>
            <source>By the name “{name}”</source>
            <translation>Con el nombre «{name}»</translation>
        </message>
        <message>
            <source>Nothing found</source>
            <translation>Nada encontrado</translation>
        </message>
    </context>
    <context>
        <name>Keeper</name>
        <message>
            <source>Keep the setting</source>
            <translation>Guardar el ajuste</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Deshacer</translation>
        </message>
        <message>
            <source>Undone: {what}</source>
            <translation>Deshecho: {what}</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>Rehacer</translation>
        </message>
    </context>
    <context>
        <name>KeyButton</name>
        <message>
            <source>None</source>
            <translation>Ninguno</translation>
        </message>
        <message>
            <source>Press the new keys…</source>
            <translation>Pulse las teclas nuevas…</translation>
        </message>
        <message>
            <source>{command}: {keys}</source>
            <translation>{command}: {keys}</translation>
        </message>
    </context>
    <context>
        <name>KeySheet</name>
        <message>
            <source>Keys of the review</source>
            <translation>Teclas de la revisión</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Cerrar</translation>
        </message>
    </context>
    <context>
        <name>KeysRow</name>
        <message>
            <source>None</source>
            <translation>Ninguno</translation>
        </message>
        <message>
            <source>Back to {keys}: {command}</source>
            <translation>Volver a {keys}: {command}</translation>
        </message>
        <message>
            <source>Use it here instead</source>
            <translation>Usarla aquí</translation>
        </message>
    </context>
    <context>
        <name>Kinds</name>
        <message>
            <source>Properties</source>
            <translation>Inmuebles</translation>
        </message>
        <message>
            <source>Deals</source>
            <translation>Operaciones</translation>
        </message>
        <message>
            <source>Events</source>
            <translation>Eventos</translation>
        </message>
        <message>
            <source>All contacts</source>
            <translation>Todos los contactos</translation>
        </message>
        <message>
            <source>Contacts</source>
            <translation>Contactos</translation>
        </message>
        <message>
            <source>Property</source>
            <translation>Inmueble</translation>
        </message>
        <message>
            <source>Deal</source>
            <translation>Operación</translation>
        </message>
        <message>
            <source>Event</source>
            <translation>Evento</translation>
        </message>
        <message>
            <source>Contact</source>
            <translation>Contacto</translation>
        </message>
        <message>
            <source>New property</source>
            <translation>Inmueble nuevo</translation>
        </message>
        <message>
            <source>New deal</source>
            <translation>Operación nueva</translation>
        </message>
        <message>
            <source>New event</source>
            <translation>Evento nuevo</translation>
        </message>
        <message>
            <source>New contact</source>
            <translation>Contacto nuevo</translation>
        </message>
        <message numerus="yes">
            <source>%Ln propert(y|ies)</source>
            <translation>
                <numerusform>%Ln inmueble</numerusform>
                <numerusform>%Ln inmuebles</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln deal(s)</source>
            <translation>
                <numerusform>%Ln operación</numerusform>
                <numerusform>%Ln operaciones</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln event(s)</source>
            <translation>
                <numerusform>%Ln evento</numerusform>
                <numerusform>%Ln eventos</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln contact(s)</source>
            <translation>
                <numerusform>%Ln contacto</numerusform>
                <numerusform>%Ln contactos</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} of %Ln propert(y|ies)</source>
            <translation>
                <numerusform>{n} de %Ln inmueble</numerusform>
                <numerusform>{n} de %Ln inmuebles</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} of %Ln deal(s)</source>
            <translation>
                <numerusform>{n} de %Ln operación</numerusform>
                <numerusform>{n} de %Ln operaciones</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} of %Ln event(s)</source>
            <translation>
                <numerusform>{n} de %Ln evento</numerusform>
                <numerusform>{n} de %Ln eventos</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} of %Ln contact(s)</source>
            <translation>
                <numerusform>{n} de %Ln contacto</numerusform>
                <numerusform>{n} de %Ln contactos</numerusform>
            </translation>
        </message>
        <message>
            <source>No properties yet</source>
            <translation>Aún no hay inmuebles</translation>
        </message>
        <message>
            <source>No deals yet</source>
            <translation>Aún no hay operaciones</translation>
        </message>
        <message>
            <source>No events yet</source>
            <translation>Aún no hay eventos</translation>
        </message>
        <message>
            <source>No contacts yet</source>
            <translation>Aún no hay contactos</translation>
        </message>
    </context>
    <context>
        <name>KindsChoice</name>
        <message>
            <source>not open to this key</source>
            <translation>no accesible con esta clave</translation>
        </message>
        <message>
            <source>Only some of them…</source>
            <translation>Solo algunos…</translation>
        </message>
        <message>
            <source>What goes there</source>
            <translation>Qué va allí</translation>
        </message>
        <message>
            <source>What to bring here</source>
            <translation>Qué traer aquí</translation>
        </message>
    </context>
    <context>
        <name>Lanes</name>
        <message>
            <source>Read the suggestions</source>
            <translation>Leer las sugerencias</translation>
        </message>
    </context>
    <context>
        <name>LineEditor</name>
        <message>
            <source>Open {field}</source>
            <translation>Abrir {field}</translation>
        </message>
        <message>
            <source>Open {target}</source>
            <translation>Abrir {target}</translation>
        </message>
    </context>
    <context>
        <name>Lines</name>
        <message>
            <source>Name</source>
            <translation>Nombre</translation>
        </message>
        <message>
            <source>Records</source>
            <translation>Registros</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>A favor</translation>
        </message>
        <message>
            <source>Against</source>
            <translation>En contra</translation>
        </message>
        <message>
            <source>Weight</source>
            <translation>Peso</translation>
        </message>
        <message>
            <source>not to be linked</source>
            <translation>no vincular</translation>
        </message>
        <message>
            <source>to be linked</source>
            <translation>para vincular</translation>
        </message>
    </context>
    <context>
        <name>LinkChoice</name>
        <message>
            <source>Link new contacts to those I have</source>
            <translation>Vincular contactos nuevos con los que tengo</translation>
        </message>
        <message>
            <source>Never</source>
            <translation>Nunca</translation>
        </message>
        <message>
            <source>By email</source>
            <translation>Por correo</translation>
        </message>
        <message>
            <source>By phone</source>
            <translation>Por teléfono</translation>
        </message>
        <message>
            <source>By email or phone</source>
            <translation>Por correo o teléfono</translation>
        </message>
        <message>
            <source>Who certainly is the same</source>
            <translation>Quien con seguridad es el mismo</translation>
        </message>
        <message>
            <source>Only where exactly one contact has it and the names do not contradict each other. You can unlink at any time.</source>
            <translation>Solo donde exactamente un contacto lo tiene y los nombres no se contradicen. Puede desvincular en cualquier momento.</translation>
        </message>
    </context>
    <context>
        <name>Linking</name>
        <message>
            <source>No name</source>
            <translation>Sin nombre</translation>
        </message>
        <message>
            <source>{name} – in {accounts}</source>
            <translation>{name} – en {accounts}</translation>
        </message>
        <message>
            <source>Each CRM keeps its own values, nothing is overwritten, and you can unlink them again.</source>
            <translation>Cada CRM conserva sus valores, no se sobrescribe nada y puede desvincularlos de nuevo.</translation>
        </message>
        <message>
            <source>Link these {things} as one?</source>
            <translation>¿Vincular estos {things} como uno?</translation>
        </message>
        <message>
            <source>Link as one</source>
            <translation>Vincular como uno</translation>
        </message>
        <message>
            <source>{things} linked as one</source>
            <translation>{things} vinculados como uno</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Deshacer</translation>
        </message>
        <message>
            <source>Unlink</source>
            <translation>Desvincular</translation>
        </message>
        <message>
            <source>Unlinked again</source>
            <translation>Desvinculados de nuevo</translation>
        </message>
        <message>
            <source>Restore them from the trash first.</source>
            <translation>Restáurelos primero de la papelera.</translation>
        </message>
        <message>
            <source>Select two or more in the list first.</source>
            <translation>Seleccione primero dos o más en la lista.</translation>
        </message>
        <message>
            <source>Select fewer: one look must be enough to see that they are the same.</source>
            <translation>Seleccione menos: debe bastar una mirada para ver que son el mismo.</translation>
        </message>
    </context>
    <context>
        <name>Listing</name>
        <message>
            <source>Show the list</source>
            <translation>Mostrar la lista</translation>
        </message>
    </context>
    <context>
        <name>LocalApiPage</name>
        <message>
            <source>Copy the command</source>
            <translation>Copiar el comando</translation>
        </message>
        <message>
            <source>It is set up on this computer. “crmdesk api service remove” ends it.</source>
            <translation>Está configurada en este ordenador. «crmdesk api service remove» la termina.</translation>
        </message>
        <message>
            <source>Started {when}.</source>
            <translation>Iniciada: {when}.</translation>
        </message>
        <message>
            <source>Change the local API</source>
            <translation>Cambiar la API local</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>CRM Desk – demo</source>
            <translation>CRM Desk – demo</translation>
        </message>
        <message>
            <source>CRM Desk</source>
            <translation>CRM Desk</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Deshacer</translation>
        </message>
        <message>
            <source>They are not the same</source>
            <translation>No son el mismo</translation>
        </message>
    </context>
    <context>
        <name>MappingPage</name>
        <message>
            <source>none</source>
            <translation>ninguna</translation>
        </message>
        <message>
            <source>Comma</source>
            <translation>Coma</translation>
        </message>
        <message>
            <source>Semicolon</source>
            <translation>Punto y coma</translation>
        </message>
        <message>
            <source>Tab</source>
            <translation>Tabulador</translation>
        </message>
        <message>
            <source>Bar</source>
            <translation>Barra</translation>
        </message>
        <message>
            <source>As found</source>
            <translation>Como se halló</translation>
        </message>
        <message>
            <source>Day, month, year</source>
            <translation>Día, mes, año</translation>
        </message>
        <message>
            <source>Month, day, year</source>
            <translation>Mes, día, año</translation>
        </message>
        <message>
            <source>Year, month, day</source>
            <translation>Año, mes, día</translation>
        </message>
        <message>
            <source>Encoding</source>
            <translation>Codificación</translation>
        </message>
        <message>
            <source>Between cells</source>
            <translation>Entre celdas</translation>
        </message>
        <message>
            <source>Header in line</source>
            <translation>Cabecera en línea</translation>
        </message>
        <message>
            <source>Dates</source>
            <translation>Fechas</translation>
        </message>
        <message>
            <source>email</source>
            <translation>correo</translation>
        </message>
        <message>
            <source>phone</source>
            <translation>teléfono</translation>
        </message>
        <message>
            <source>everything together, where that is certain</source>
            <translation>todo junto, cuando es seguro</translation>
        </message>
        <message>
            <source>Fill what is empty, keep mine where it differs</source>
            <translation>Rellenar lo vacío, conservar lo mío donde difiere</translation>
        </message>
        <message>
            <source>Take the file's where it differs</source>
            <translation>Tomar lo del archivo donde difiere</translation>
        </message>
        <message>
            <source>Leave them alone</source>
            <translation>No tocarlas</translation>
        </message>
        <message>
            <source>Make people who are not here yet</source>
            <translation>Crear a quienes aún no están aquí</translation>
        </message>
        <message>
            <source>None</source>
            <translation>Ninguna</translation>
        </message>
        <message>
            <source>This computer</source>
            <translation>Este ordenador</translation>
        </message>
        <message numerus="yes">
            <source>%Ln row(s)</source>
            <translation>
                <numerusform>%Ln fila</numerusform>
                <numerusform>%Ln filas</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>about %Ln row(s)</source>
            <translation>
                <numerusform>aproximadamente %Ln fila</numerusform>
                <numerusform>aproximadamente %Ln filas</numerusform>
            </translation>
        </message>
        <message>
            <source>People here are found by</source>
            <translation>Las personas de aquí se hallan por</translation>
        </message>
        <message>
            <source>Whoever is here already</source>
            <translation>Quien ya está aquí</translation>
        </message>
        <message>
            <source>A tag for all</source>
            <translation>Una etiqueta para todas</translation>
        </message>
        <message>
            <source>Goes to</source>
            <translation>Va a</translation>
        </message>
        <message numerus="yes">
            <source>%Ln further row(s) of the same contacts</source>
            <translation>
                <numerusform>%Ln fila más de los mismos contactos</numerusform>
                <numerusform>%Ln filas más de los mismos contactos</numerusform>
            </translation>
        </message>
        <message>
            <source>from {program}</source>
            <translation>de {program}</translation>
        </message>
        <message>
            <source>mapped as the last time</source>
            <translation>asignado como la última vez</translation>
        </message>
        <message>
            <source>Not imported, though something stands in them: {names}</source>
            <translation>No se importan, aunque contienen algo: {names}</translation>
        </message>
        <message>
            <source>Say in which order the dates of {names} name day and month: no cell tells it.</source>
            <translation>Di en qué orden las fechas de {names} nombran el día y el mes: ninguna celda lo dice.</translation>
        </message>
    </context>
    <context>
        <name>MatchStrip</name>
        <message>
            <source>Link</source>
            <translation>Vincular</translation>
        </message>
        <message>
            <source>Not the same</source>
            <translation>No son el mismo</translation>
        </message>
        <message>
            <source>Compare</source>
            <translation>Comparar</translation>
        </message>
        <message>
            <source>{what} ({key})</source>
            <translation>{what} ({key})</translation>
        </message>
    </context>
    <context>
        <name>Matches</name>
        <message>
            <source>Certain</source>
            <translation>Seguro</translation>
        </message>
        <message>
            <source>Likely</source>
            <translation>Probable</translation>
        </message>
        <message>
            <source>Possible</source>
            <translation>Posible</translation>
        </message>
        <message>
            <source>{tier} because: {reasons}</source>
            <translation>{tier} por: {reasons}</translation>
        </message>
        <message>
            <source>Against it: {reasons}</source>
            <translation>En contra: {reasons}</translation>
        </message>
        <message>
            <source>Nothing speaks against it</source>
            <translation>Nada en contra</translation>
        </message>
        <message numerus="yes">
            <source>%Ln record(s)</source>
            <translation>
                <numerusform>%Ln registro</numerusform>
                <numerusform>%Ln registros</numerusform>
            </translation>
        </message>
        <message>
            <source>{n} of {total}</source>
            <translation>{n} de {total}</translation>
        </message>
        <message>
            <source>Of {of} like these, about {right} are the same.</source>
            <translation>De {of} como estos, unos {right} son el mismo.</translation>
        </message>
        <message>
            <source>About {right} of {of} are right</source>
            <translation>Unos {right} de {of} son correctos</translation>
        </message>
        <message>
            <source>The search has not finished yet.</source>
            <translation>La búsqueda aún no ha terminado.</translation>
        </message>
        <message>
            <source>Last search {when}, over {records}</source>
            <translation>Última búsqueda {when}, sobre {records}</translation>
        </message>
        <message>
            <source>Not searched yet</source>
            <translation>Aún sin buscar</translation>
        </message>
        <message>
            <source>{records} searched {when}</source>
            <translation>{records} buscados {when}</translation>
        </message>
        <message>
            <source>Tick at least two to link them.</source>
            <translation>Marque al menos dos para vincularlos.</translation>
        </message>
        <message>
            <source>one contact</source>
            <translation>un contacto</translation>
        </message>
        <message>
            <source>one property</source>
            <translation>un inmueble</translation>
        </message>
        <message numerus="yes">
            <source>%Ln record(s) become {one}</source>
            <translation>
                <numerusform>%Ln registro pasa a ser {one}</numerusform>
                <numerusform>%Ln registros pasan a ser {one}</numerusform>
            </translation>
        </message>
        <message>
            <source>nothing in any CRM changes</source>
            <translation>nada cambia en ningún CRM</translation>
        </message>
        <message>
            <source>shown name from</source>
            <translation>nombre mostrado de</translation>
        </message>
        <message>
            <source>first phone from</source>
            <translation>primer teléfono de</translation>
        </message>
        <message numerus="yes">
            <source>%Ln propert(y|ies)</source>
            <translation>
                <numerusform>%Ln inmueble</numerusform>
                <numerusform>%Ln inmuebles</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln (person|people)</source>
            <translation>
                <numerusform>%Ln persona</numerusform>
                <numerusform>%Ln personas</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln group(s)</source>
            <translation>
                <numerusform>%Ln grupo</numerusform>
                <numerusform>%Ln grupos</numerusform>
            </translation>
        </message>
        <message>
            <source>No name</source>
            <translation>Sin nombre</translation>
        </message>
        <message>
            <source>Somebody</source>
            <translation>Alguien</translation>
        </message>
        <message>
            <source>{name} is here already ({tier})</source>
            <translation>{name} ya está aquí ({tier})</translation>
        </message>
    </context>
    <context>
        <name>MatchesBanner</name>
        <message>
            <source>Have a look</source>
            <translation>Echar un vistazo</translation>
        </message>
        <message>
            <source>Not now</source>
            <translation>Ahora no</translation>
        </message>
        <message numerus="yes">
            <source>%Ln may be here more than once. Nothing is linked without you.</source>
            <translation>
                <numerusform>%Ln puede estar aquí más de una vez. Nada se vincula sin usted.</numerusform>
                <numerusform>%Ln pueden estar aquí más de una vez. Nada se vincula sin usted.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>MatchesHost</name>
        <message>
            <source>Remember that it was said</source>
            <translation>Recordar que se dijo</translation>
        </message>
    </context>
    <context>
        <name>MatchesOnCard</name>
        <message numerus="yes">
            <source>%Ln more might be {name} ({tier})</source>
            <translation>
                <numerusform>%Ln más podría ser {name} ({tier})</numerusform>
                <numerusform>%Ln más podrían ser {name} ({tier})</numerusform>
            </translation>
        </message>
        <message>
            <source>Compare</source>
            <translation>Comparar</translation>
        </message>
        <message>
            <source>Look who is here already</source>
            <translation>Ver quién está ya aquí</translation>
        </message>
        <message>
            <source>Open it</source>
            <translation>Abrirlo</translation>
        </message>
        <message>
            <source>Linked: {name}</source>
            <translation>Vinculado: {name}</translation>
        </message>
        <message>
            <source>Not the same: {name}</source>
            <translation>No son el mismo: {name}</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Deshacer</translation>
        </message>
        <message>
            <source>Decide who is the same</source>
            <translation>Decidir quién es el mismo</translation>
        </message>
    </context>
    <context>
        <name>MatchesPage</name>
        <message>
            <source>Undo: link {things}</source>
            <translation>Deshacer: vincular {things}</translation>
        </message>
        <message>
            <source>{things} linked</source>
            <translation>{things} vinculados</translation>
        </message>
        <message>
            <source>Taking it back…</source>
            <translation>Revirtiendo…</translation>
        </message>
        <message>
            <source>Nothing fits the filters</source>
            <translation>Nada coincide con los filtros</translation>
        </message>
        <message>
            <source>Other suggestions may.</source>
            <translation>Otras sugerencias quizá sí.</translation>
        </message>
        <message>
            <source>What is left is folded on the left, or put off.</source>
            <translation>Lo que queda está plegado a la izquierda, o aplazado.</translation>
        </message>
        <message>
            <source>That was all that is likely</source>
            <translation>Eso era todo lo probable</translation>
        </message>
        <message>
            <source>Nobody is here twice</source>
            <translation>Nadie está aquí dos veces</translation>
        </message>
        <message>
            <source>Linked: {name}</source>
            <translation>Vinculado: {name}</translation>
        </message>
        <message>
            <source>Not the same: {name}</source>
            <translation>No son el mismo: {name}</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Deshacer</translation>
        </message>
        <message>
            <source>{name} has changed meanwhile.</source>
            <translation>{name} ha cambiado entretanto.</translation>
        </message>
    </context>
    <context>
        <name>MessageCard</name>
        <message>
            <source>Copy details</source>
            <translation>Copiar detalles</translation>
        </message>
        <message>
            <source>Close the message</source>
            <translation>Cerrar el mensaje</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Cerrar</translation>
        </message>
        <message>
            <source>“{what}” failed because of a bug in CRM Desk</source>
            <translation>«{what}» falló por un error de CRM Desk</translation>
        </message>
        <message>
            <source>What was saved before is unchanged. The log has the details.</source>
            <translation>Lo guardado antes no ha cambiado. El registro tiene los detalles.</translation>
        </message>
        <message>
            <source>CRM Desk ran into a bug of its own</source>
            <translation>CRM Desk encontró un error propio</translation>
        </message>
        <message>
            <source>What was saved before is unchanged. {summary}</source>
            <translation>Lo guardado antes no ha cambiado. {summary}</translation>
        </message>
    </context>
    <context>
        <name>MomentEditor</name>
        <message>
            <source>like {example}</source>
            <translation>como {example}</translation>
        </message>
    </context>
    <context>
        <name>MoreButton</name>
        <message>
            <source>Show more ({count} hidden)</source>
            <translation>Mostrar más ({count} ocultos)</translation>
        </message>
    </context>
    <context>
        <name>Navigation</name>
        <message>
            <source>{name} is shown although it does not match “{text}”.</source>
            <translation>{name} se muestra aunque no coincide con «{text}».</translation>
        </message>
        <message>
            <source>Clear the search</source>
            <translation>Borrar la búsqueda</translation>
        </message>
        <message>
            <source>{name} is shown although it is not in “{place}”.</source>
            <translation>{name} se muestra aunque no está en «{place}».</translation>
        </message>
    </context>
    <context>
        <name>NewKey</name>
        <message>
            <source>New key</source>
            <translation>Clave nueva</translation>
        </message>
        <message>
            <source>What uses it, such as “Website form”</source>
            <translation>Qué la usa, por ejemplo «Formulario web»</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nombre</translation>
        </message>
        <message>
            <source>An email that somebody has updates that contact, instead of being refused</source>
            <translation>Un correo que alguien ya tiene actualiza ese contacto, en vez de rechazarse</translation>
        </message>
        <message>
            <source>What it may do</source>
            <translation>Qué puede hacer</translation>
        </message>
        <message>
            <source>Read everything</source>
            <translation>Leerlo todo</translation>
        </message>
        <message>
            <source>Read and change everything, delete nothing</source>
            <translation>Leer y cambiar todo, no eliminar nada</translation>
        </message>
        <message>
            <source>Only add contacts, as a form on a website does</source>
            <translation>Solo añadir contactos, como un formulario web</translation>
        </message>
        <message>
            <source>Everything</source>
            <translation>Todo</translation>
        </message>
        <message>
            <source>Where</source>
            <translation>Dónde</translation>
        </message>
        <message>
            <source>Everywhere</source>
            <translation>En todas partes</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>Hasta</translation>
        </message>
        <message numerus="yes">
            <source>%Ln day(s) from now</source>
            <translation>
                <numerusform>Dentro de %Ln día</numerusform>
                <numerusform>Dentro de %Ln días</numerusform>
            </translation>
        </message>
        <message>
            <source>It is revoked</source>
            <translation>Que se revoque</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Volver</translation>
        </message>
        <message>
            <source>Make the key</source>
            <translation>Crear la clave</translation>
        </message>
        <message>
            <source>The key “{name}”</source>
            <translation>La clave «{name}»</translation>
        </message>
        <message>
            <source>It is shown this once: CRM Desk keeps only what it needs to know it again.</source>
            <translation>Se muestra solo esta vez: CRM Desk guarda únicamente lo necesario para reconocerla.</translation>
        </message>
        <message>
            <source>The key</source>
            <translation>La clave</translation>
        </message>
        <message>
            <source>To try it in a terminal</source>
            <translation>Para probarla en un terminal</translation>
        </message>
        <message>
            <source>For a website that is made for such a back end</source>
            <translation>Para un sitio web hecho para este servicio</translation>
        </message>
    </context>
    <context>
        <name>NotOpened</name>
        <message>
            <source>Your contacts are safe. If it happens again, open without the last view: panes, columns and sorting start afresh, everything else stays.</source>
            <translation>Sus contactos están a salvo. Si vuelve a ocurrir, abra sin la última vista: paneles, columnas y orden empiezan de nuevo, todo lo demás queda.</translation>
        </message>
        <message>
            <source>Opening did not finish last time</source>
            <translation>La última vez no terminó de abrirse</translation>
        </message>
        <message>
            <source>Restore latest backup</source>
            <translation>Restaurar la última copia</translation>
        </message>
        <message>
            <source>Show log</source>
            <translation>Mostrar el registro</translation>
        </message>
        <message>
            <source>Open without last view</source>
            <translation>Abrir sin la última vista</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Reintentar</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Abrir</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Cerrar</translation>
        </message>
    </context>
    <context>
        <name>NoteEditor</name>
        <message>
            <source>Write something worth remembering</source>
            <translation>Escriba algo digno de recordar</translation>
        </message>
    </context>
    <context>
        <name>Notices</name>
        <message>
            <source>Sign in again to go on</source>
            <translation>Inicie sesión de nuevo para continuar</translation>
        </message>
        <message>
            <source>Removals wait for your review</source>
            <translation>Hay eliminados que esperan su revisión</translation>
        </message>
        <message numerus="yes">
            <source>%Ln changed in both places</source>
            <translation>
                <numerusform>%Ln cambiado en ambos sitios</numerusform>
                <numerusform>%Ln cambiados en ambos sitios</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln change(s) not accepted</source>
            <translation>
                <numerusform>%Ln cambio no aceptado</numerusform>
                <numerusform>%Ln cambios no aceptados</numerusform>
            </translation>
        </message>
        <message>
            <source>{account} needs you</source>
            <translation>{account} le necesita</translation>
        </message>
    </context>
    <context>
        <name>NotificationsPage</name>
        <message>
            <source>A CRM refuses the sign-in</source>
            <translation>Un CRM rechaza el inicio de sesión</translation>
        </message>
        <message>
            <source>Removals wait for your review</source>
            <translation>Hay eliminados que esperan su revisión</translation>
        </message>
        <message>
            <source>Something was changed in both places</source>
            <translation>Algo se cambió en ambos sitios</translation>
        </message>
        <message>
            <source>A CRM does not accept a change</source>
            <translation>Un CRM no acepta un cambio</translation>
        </message>
        <message>
            <source>This desktop has no tray, through which notices are shown; so there are none.</source>
            <translation>Este escritorio no tiene bandeja, a través de la cual se muestran los avisos; por eso no hay ninguno.</translation>
        </message>
    </context>
    <context>
        <name>Offers</name>
        <message>
            <source>The values of this field</source>
            <translation>Los valores de este campo</translation>
        </message>
        <message>
            <source>Shown here</source>
            <translation>Mostrado aquí</translation>
        </message>
        <message>
            <source>Choose automatically</source>
            <translation>Elegir automáticamente</translation>
        </message>
        <message>
            <source>The first account in your order that has a value shows it.</source>
            <translation>Lo muestra la primera cuenta de su orden que tiene un valor.</translation>
        </message>
        <message>
            <source>Use everywhere it stands</source>
            <translation>Usar en todas partes donde está</translation>
        </message>
        <message>
            <source>{value} → {names}</source>
            <translation>{value} → {names}</translation>
        </message>
        <message>
            <source>{names} cannot take another value from here.</source>
            <translation>{names} no puede aceptar otro valor desde aquí.</translation>
        </message>
        <message>
            <source>Changes it in {names}, and sends that.</source>
            <translation>Lo cambia en {names} y lo envía.</translation>
        </message>
        <message>
            <source>the CRM</source>
            <translation>el CRM</translation>
        </message>
        <message>
            <source>Keep mine: {value}</source>
            <translation>Conservar lo mío: {value}</translation>
        </message>
        <message>
            <source>Take {name}’s: {value}</source>
            <translation>Tomar lo de {name}: {value}</translation>
        </message>
        <message>
            <source>Keep mine on this computer only</source>
            <translation>Conservar lo mío solo en este equipo</translation>
        </message>
        <message>
            <source>Before: {value}</source>
            <translation>Antes: {value}</translation>
        </message>
        <message>
            <source>Add to account</source>
            <translation>Añadir a una cuenta</translation>
        </message>
        <message>
            <source>Move to trash</source>
            <translation>Mover a la papelera</translation>
        </message>
        <message>
            <source>Restore from trash</source>
            <translation>Restaurar de la papelera</translation>
        </message>
        <message>
            <source>Delete for good</source>
            <translation>Eliminar definitivamente</translation>
        </message>
    </context>
    <context>
        <name>OriginsRow</name>
        <message>
            <source>Web page to be let in</source>
            <translation>Página web que se admite</translation>
        </message>
        <message>
            <source>Let in</source>
            <translation>Admitir</translation>
        </message>
        <message>
            <source>No web page is let in.</source>
            <translation>No se admite ninguna página web.</translation>
        </message>
        <message>
            <source>Keep out</source>
            <translation>Excluir</translation>
        </message>
        <message>
            <source>Let in the web page</source>
            <translation>Admitir la página web</translation>
        </message>
    </context>
    <context>
        <name>OutboxList</name>
        <message>
            <source>Send again</source>
            <translation>Enviar de nuevo</translation>
        </message>
        <message>
            <source>Keep here only</source>
            <translation>Conservar solo aquí</translation>
        </message>
        <message>
            <source>Withdraw</source>
            <translation>Retirar</translation>
        </message>
        <message>
            <source>Every change was accepted.</source>
            <translation>Se aceptaron todos los cambios.</translation>
        </message>
        <message>
            <source>Nothing is waiting. Changes appear here as soon as you save them.</source>
            <translation>Nada en espera. Los cambios aparecen aquí en cuanto los guarda.</translation>
        </message>
        <message>
            <source>Select the change of {name}</source>
            <translation>Seleccionar el cambio de {name}</translation>
        </message>
        <message>
            <source>Open {name}</source>
            <translation>Abrir {name}</translation>
        </message>
        <message>
            <source>Send the change of {name} again</source>
            <translation>Enviar de nuevo el cambio de {name}</translation>
        </message>
        <message>
            <source>Withdraw the change of {name}</source>
            <translation>Retirar el cambio de {name}</translation>
        </message>
        <message>
            <source>Keep the change of {name} on this computer only</source>
            <translation>Conservar el cambio de {name} solo en este equipo</translation>
        </message>
        <message>
            <source>Decide</source>
            <translation>Decidir</translation>
        </message>
        <message>
            <source>Decide about {name}</source>
            <translation>Decidir sobre {name}</translation>
        </message>
        <message>
            <source>Choose what {name} is linked to</source>
            <translation>Elegir con qué se vincula {name}</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>Elegir…</translation>
        </message>
        <message>
            <source>Hand over again</source>
            <translation>Entregar de nuevo</translation>
        </message>
        <message>
            <source>Hand over the change of {name}, and all others of its account</source>
            <translation>Entregar el cambio de {name} y todos los demás de su cuenta</translation>
        </message>
        <message>
            <source>Hand over…</source>
            <translation>Entregar…</translation>
        </message>
        <message>
            <source>Send now</source>
            <translation>Enviar ahora</translation>
        </message>
        <message>
            <source>being sent</source>
            <translation>enviándose</translation>
        </message>
        <message>
            <source>handed over {when}; the next export shows whether it was taken</source>
            <translation>entregado {when}; la próxima exportación muestra si se aceptó</translation>
        </message>
        <message>
            <source>waits to be handed over</source>
            <translation>espera a ser entregado</translation>
        </message>
        <message>
            <source>the answer was lost, so it is checked first</source>
            <translation>se perdió la respuesta, así que primero se comprueba</translation>
        </message>
        <message>
            <source>changed in both places; waits for your decision</source>
            <translation>cambiado en ambos sitios; espera su decisión</translation>
        </message>
        <message>
            <source>already there? {why}</source>
            <translation>¿ya está allí? {why}</translation>
        </message>
        <message>
            <source>not accepted: {why}</source>
            <translation>no aceptado: {why}</translation>
        </message>
        <message>
            <source>no reason was given</source>
            <translation>no se dio ningún motivo</translation>
        </message>
        <message>
            <source>{why} Next try {when}</source>
            <translation>{why} Próximo intento {when}</translation>
        </message>
        <message>
            <source>waiting</source>
            <translation>en espera</translation>
        </message>
        <message>
            <source>Withdraw the change</source>
            <translation>Retirar el cambio</translation>
        </message>
    </context>
    <context>
        <name>PageHead</name>
        <message>
            <source>Same person?</source>
            <translation>¿La misma persona?</translation>
        </message>
        <message>
            <source>Decided</source>
            <translation>Decidido</translation>
        </message>
        <message numerus="yes">
            <source>%Ln new</source>
            <translation>
                <numerusform>%Ln nueva</numerusform>
                <numerusform>%Ln nuevas</numerusform>
            </translation>
        </message>
        <message>
            <source>The list has changed</source>
            <translation>La lista ha cambiado</translation>
        </message>
        <message>
            <source>Link {things}…</source>
            <translation>Vincular {things}…</translation>
        </message>
        <message numerus="yes">
            <source>Decided (%Ln)</source>
            <translation>
                <numerusform>Decidido (%Ln)</numerusform>
                <numerusform>Decidido (%Ln)</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Palette</name>
        <message>
            <source>Command palette</source>
            <translation>Paleta de comandos</translation>
        </message>
        <message>
            <source>Do something, or go to somebody</source>
            <translation>Hacer algo o ir a alguien</translation>
        </message>
        <message>
            <source>What fits</source>
            <translation>Lo que encaja</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>Buscar</translation>
        </message>
        <message>
            <source>No name</source>
            <translation>Sin nombre</translation>
        </message>
    </context>
    <context>
        <name>PaletteHost</name>
        <message>
            <source>not now</source>
            <translation>ahora no</translation>
        </message>
        <message>
            <source>Go to {place}</source>
            <translation>Ir a {place}</translation>
        </message>
        <message>
            <source>Setting: {name}</source>
            <translation>Ajuste: {name}</translation>
        </message>
        <message>
            <source>Remember what is used</source>
            <translation>Recordar lo que se usa</translation>
        </message>
    </context>
    <context>
        <name>PaneHost</name>
        <message>
            <source>{things} selected</source>
            <translation>{things} seleccionados</translation>
        </message>
        <message>
            <source>New contact</source>
            <translation>Contacto nuevo</translation>
        </message>
        <message>
            <source>No name</source>
            <translation>Sin nombre</translation>
        </message>
        <message>
            <source>What you typed for these contacts is not saved yet:</source>
            <translation>Lo que escribió en estos contactos aún no está guardado:</translation>
        </message>
        <message>
            <source>It is kept as a draft, and is there when you open CRM Desk again.</source>
            <translation>Se conserva como borrador y estará ahí cuando vuelva a abrir CRM Desk.</translation>
        </message>
        <message>
            <source>Quit with unsaved changes?</source>
            <translation>¿Salir con cambios sin guardar?</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Volver</translation>
        </message>
        <message>
            <source>Quit and keep the drafts</source>
            <translation>Salir y conservar los borradores</translation>
        </message>
    </context>
    <context>
        <name>PathLine</name>
        <message>
            <source>Choose…</source>
            <translation>Elegir…</translation>
        </message>
        <message>
            <source>Choose it on this computer</source>
            <translation>Elegirlo en este equipo</translation>
        </message>
        <message>
            <source>Choose a folder</source>
            <translation>Elegir una carpeta</translation>
        </message>
        <message>
            <source>Choose a file</source>
            <translation>Elegir un archivo</translation>
        </message>
    </context>
    <context>
        <name>Phrases</name>
        <message>
            <source>never</source>
            <translation>nunca</translation>
        </message>
        <message>
            <source>just now</source>
            <translation>ahora mismo</translation>
        </message>
        <message>
            <source>{n} min ago</source>
            <translation>hace {n} min</translation>
        </message>
        <message>
            <source>{n} h ago</source>
            <translation>hace {n} h</translation>
        </message>
        <message>
            <source>today {time}</source>
            <translation>hoy {time}</translation>
        </message>
        <message>
            <source>yesterday {time}</source>
            <translation>ayer {time}</translation>
        </message>
        <message>
            <source>manually</source>
            <translation>manualmente</translation>
        </message>
        <message>
            <source>now</source>
            <translation>ahora</translation>
        </message>
        <message>
            <source>in {n} s</source>
            <translation>en {n} s</translation>
        </message>
        <message>
            <source>in {n} min</source>
            <translation>en {n} min</translation>
        </message>
        <message>
            <source>tomorrow {time}</source>
            <translation>mañana {time}</translation>
        </message>
        <message>
            <source>empty</source>
            <translation>vacío</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>sí</translation>
        </message>
        <message>
            <source>no</source>
            <translation>no</translation>
        </message>
        <message>
            <source>The whole record</source>
            <translation>El registro entero</translation>
        </message>
    </context>
    <context>
        <name>PlanPage</name>
        <message>
            <source>Line</source>
            <translation>Línea</translation>
        </message>
        <message>
            <source>Field</source>
            <translation>Campo</translation>
        </message>
        <message>
            <source>Now</source>
            <translation>Ahora</translation>
        </message>
        <message>
            <source>Then, or why not</source>
            <translation>Después, o por qué no</translation>
        </message>
        <message>
            <source>What would happen</source>
            <translation>Qué pasaría</translation>
        </message>
        <message>
            <source>{account}: {changes} changes, about {calls} calls.</source>
            <translation>{account}: {changes} cambios, unas {calls} llamadas.</translation>
        </message>
        <message>
            <source>Everything stays on this computer: nothing is sent to a CRM.</source>
            <translation>Todo se queda en este ordenador: no se envía nada a ningún CRM.</translation>
        </message>
        <message>
            <source>{n} rows are the same people as rows before them.</source>
            <translation>{n} filas son las mismas personas que filas anteriores.</translation>
        </message>
        <message>
            <source>emptied</source>
            <translation>vaciado</translation>
        </message>
        <message>
            <source>Only the first of all changes are shown; the counts are those of all rows.</source>
            <translation>Solo se muestran los primeros cambios; las cifras son las de todas las filas.</translation>
        </message>
    </context>
    <context>
        <name>Preview</name>
        <message>
            <source>{name} replaces the whole record but does not show all of it. May end up empty there: {what}</source>
            <translation>{name} reemplaza el registro entero pero no lo muestra todo. Podría quedar vacío allí: {what}</translation>
        </message>
        <message>
            <source>Kept on this computer only</source>
            <translation>Queda solo en este equipo</translation>
        </message>
        <message>
            <source>Cannot be changed: {why}</source>
            <translation>No se puede cambiar: {why}</translation>
        </message>
        <message>
            <source>Not accepted: {why}</source>
            <translation>No aceptado: {why}</translation>
        </message>
        <message>
            <source>Could not be read: {why}</source>
            <translation>No se pudo leer: {why}</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Reintentar</translation>
        </message>
        <message>
            <source>Newer value: {value} – take it</source>
            <translation>Valor más reciente: {value} – tomarlo</translation>
        </message>
        <message>
            <source>Changed in both places – decide</source>
            <translation>Cambiado en ambos sitios – decidir</translation>
        </message>
        <message numerus="yes">
            <source>%Ln value(s)</source>
            <translation>
                <numerusform>%Ln valor</numerusform>
                <numerusform>%Ln valores</numerusform>
            </translation>
        </message>
        <message>
            <source>Also to {names}</source>
            <translation>También a {names}</translation>
        </message>
        <message>
            <source>Only to {name}</source>
            <translation>Solo a {name}</translation>
        </message>
        <message numerus="yes">
            <source>%Ln change(s) not saved</source>
            <translation>
                <numerusform>%Ln cambio sin guardar</numerusform>
                <numerusform>%Ln cambios sin guardar</numerusform>
            </translation>
        </message>
        <message>
            <source>to {names}</source>
            <translation>a {names}</translation>
        </message>
        <message>
            <source>{fields} on this computer only</source>
            <translation>{fields} solo en este equipo</translation>
        </message>
    </context>
    <context>
        <name>ProblemsList</name>
        <message>
            <source>Try again</source>
            <translation>Reintentar</translation>
        </message>
        <message>
            <source>Dismiss</source>
            <translation>Descartar</translation>
        </message>
        <message>
            <source>No problems. If a CRM refuses something or cannot be read, you find it here with a way to fix it.</source>
            <translation>No hay problemas. Si un CRM rechaza algo o no puede leerse, lo verá aquí con una forma de arreglarlo.</translation>
        </message>
        <message>
            <source>Select: {what}</source>
            <translation>Seleccionar: {what}</translation>
        </message>
        <message numerus="yes">
            <source>and %Ln more</source>
            <translation>
                <numerusform>y %Ln más</numerusform>
                <numerusform>y %Ln más</numerusform>
            </translation>
        </message>
        <message>
            <source>Open {name}</source>
            <translation>Abrir {name}</translation>
        </message>
        <message>
            <source>Keep here only</source>
            <translation>Conservar solo aquí</translation>
        </message>
        <message>
            <source>Copy details</source>
            <translation>Copiar detalles</translation>
        </message>
        <message numerus="yes">
            <source>%Ln record(s) of {crm} could not be read</source>
            <translation>
                <numerusform>No se pudo leer %Ln registro de {crm}</numerusform>
                <numerusform>No se pudieron leer %Ln registros de {crm}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{field} of %Ln record(s) could not be read from {crm}</source>
            <translation>
                <numerusform>No se pudo leer {field} de %Ln registro de {crm}</numerusform>
                <numerusform>No se pudo leer {field} de %Ln registros de {crm}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{what}, and %Ln more</source>
            <translation>
                <numerusform>{what}, y %Ln más</numerusform>
                <numerusform>{what}, y %Ln más</numerusform>
            </translation>
        </message>
        <message>
            <source>Reconnect</source>
            <translation>Reconectar</translation>
        </message>
        <message>
            <source>Review</source>
            <translation>Revisar</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>Elegir…</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>Abrir</translation>
        </message>
        <message>
            <source>Look up the candidates</source>
            <translation>Buscar los candidatos</translation>
        </message>
        <message>
            <source>Keep it on this computer only</source>
            <translation>Conservarlo solo en este equipo</translation>
        </message>
        <message>
            <source>Dismiss the problem</source>
            <translation>Descartar el problema</translation>
        </message>
    </context>
    <context>
        <name>ProviderPage</name>
        <message>
            <source>Which CRM?</source>
            <translation>¿Qué CRM?</translation>
        </message>
        <message>
            <source>Connecting only reads. What is synced, and in which direction, you choose on the last page.</source>
            <translation>Conectar solo lee. Qué se sincroniza y en qué dirección lo elige en la última página.</translation>
        </message>
        <message>
            <source>Planned: {crms}</source>
            <translation>Previstos: {crms}</translation>
        </message>
        <message>
            <source>Settings from a .env file…</source>
            <translation>Ajustes de un archivo .env…</translation>
        </message>
        <message>
            <source>Read the file</source>
            <translation>Leer el archivo</translation>
        </message>
        <message>
            <source>Ignore it</source>
            <translation>Ignorarlo</translation>
        </message>
        <message>
            <source>There is a file {file} in {folder}, where CRM Desk was started. It may contain the address and key of a CRM. It has not been read.</source>
            <translation>Hay un archivo {file} en {folder}, donde se inició CRM Desk. Puede contener la dirección y la clave de un CRM. No se ha leído.</translation>
        </message>
        <message>
            <source>found in {file}</source>
            <translation>encontrado en {file}</translation>
        </message>
        <message>
            <source>by file, not live</source>
            <translation>por archivo, no en vivo</translation>
        </message>
        <message>
            <source>This CRM cannot be connected yet.</source>
            <translation>Este CRM aún no se puede conectar.</translation>
        </message>
    </context>
    <context>
        <name>Queue</name>
        <message>
            <source>folded</source>
            <translation>plegado</translation>
        </message>
    </context>
    <context>
        <name>QueueView</name>
        <message>
            <source>Suggestions</source>
            <translation>Sugerencias</translation>
        </message>
    </context>
    <context>
        <name>QuietDialog</name>
        <message>
            <source>Quiet hours of {name}</source>
            <translation>Horas de silencio de {name}</translation>
        </message>
        <message>
            <source>No scheduled syncs during these hours</source>
            <translation>Sin sincronizaciones programadas en estas horas</translation>
        </message>
        <message>
            <source>From</source>
            <translation>Desde</translation>
        </message>
        <message>
            <source>To</source>
            <translation>Hasta</translation>
        </message>
        <message>
            <source>By the clock of this computer. Your changes are still sent; pause the account to stop that too. “Sync now” always works.</source>
            <translation>Según el reloj de este equipo. Sus cambios se envían igualmente; pause la cuenta para detener eso también. «Sincronizar ahora» funciona siempre.</translation>
        </message>
    </context>
    <context>
        <name>QuietRow</name>
        <message>
            <source>From</source>
            <translation>Desde</translation>
        </message>
        <message>
            <source>To</source>
            <translation>Hasta</translation>
        </message>
    </context>
    <context>
        <name>Reason</name>
        <message>
            <source>same email</source>
            <translation>el mismo correo</translation>
        </message>
        <message>
            <source>same mobile</source>
            <translation>el mismo móvil</translation>
        </message>
        <message>
            <source>same phone</source>
            <translation>el mismo teléfono</translation>
        </message>
        <message>
            <source>same landline</source>
            <translation>el mismo fijo</translation>
        </message>
        <message>
            <source>same email or phone, which two people hold</source>
            <translation>el mismo correo o teléfono, que tienen dos personas</translation>
        </message>
        <message>
            <source>same email or phone, which {detail} people hold</source>
            <translation>el mismo correo o teléfono, que tienen {detail} personas</translation>
        </message>
        <message>
            <source>same office mailbox</source>
            <translation>el mismo buzón de oficina</translation>
        </message>
        <message>
            <source>same family mailbox</source>
            <translation>el mismo buzón familiar</translation>
        </message>
        <message>
            <source>same name in a social network</source>
            <translation>el mismo nombre en una red social</translation>
        </message>
        <message>
            <source>same unusual name before the @</source>
            <translation>el mismo nombre poco común antes de la @</translation>
        </message>
        <message>
            <source>the email is made of the other's name</source>
            <translation>el correo está hecho del nombre del otro</translation>
        </message>
        <message>
            <source>phones that differ in one digit</source>
            <translation>teléfonos que difieren en una cifra</translation>
        </message>
        <message>
            <source>different emails</source>
            <translation>correos distintos</translation>
        </message>
        <message>
            <source>different emails at one firm</source>
            <translation>correos distintos en una empresa</translation>
        </message>
        <message>
            <source>different mobiles</source>
            <translation>móviles distintos</translation>
        </message>
        <message>
            <source>different LinkedIn profiles</source>
            <translation>perfiles de LinkedIn distintos</translation>
        </message>
        <message>
            <source>same birthday</source>
            <translation>el mismo cumpleaños</translation>
        </message>
        <message>
            <source>same day of birth, one without the year</source>
            <translation>el mismo día de nacimiento, uno sin el año</translation>
        </message>
        <message>
            <source>birthdays that differ by a slip</source>
            <translation>cumpleaños que difieren por un descuido</translation>
        </message>
        <message>
            <source>different birthdays</source>
            <translation>cumpleaños distintos</translation>
        </message>
        <message>
            <source>same address</source>
            <translation>la misma dirección</translation>
        </message>
        <message>
            <source>addresses that differ by a slip</source>
            <translation>direcciones que difieren por un descuido</translation>
        </message>
        <message>
            <source>same house, another flat</source>
            <translation>la misma casa, otro piso</translation>
        </message>
        <message>
            <source>different addresses</source>
            <translation>direcciones distintas</translation>
        </message>
        <message>
            <source>same company</source>
            <translation>la misma empresa</translation>
        </message>
        <message>
            <source>email of the company that the other names</source>
            <translation>correo de la empresa que nombra el otro</translation>
        </message>
        <message>
            <source>emails of one company</source>
            <translation>correos de una empresa</translation>
        </message>
        <message>
            <source>different companies</source>
            <translation>empresas distintas</translation>
        </message>
        <message>
            <source>same first name</source>
            <translation>el mismo nombre de pila</translation>
        </message>
        <message>
            <source>a short form of the first name</source>
            <translation>una forma corta del nombre de pila</translation>
        </message>
        <message>
            <source>the beginning of the first name</source>
            <translation>el comienzo del nombre de pila</translation>
        </message>
        <message>
            <source>the first name in another language</source>
            <translation>el nombre de pila en otro idioma</translation>
        </message>
        <message>
            <source>first names that differ by a slip</source>
            <translation>nombres de pila que difieren por un descuido</translation>
        </message>
        <message>
            <source>first names that look alike</source>
            <translation>nombres de pila parecidos</translation>
        </message>
        <message>
            <source>the initial of the first name</source>
            <translation>la inicial del nombre de pila</translation>
        </message>
        <message>
            <source>the second first name</source>
            <translation>el segundo nombre de pila</translation>
        </message>
        <message>
            <source>one of two first names differs</source>
            <translation>uno de dos nombres de pila es distinto</translation>
        </message>
        <message>
            <source>a first name used beside one in the own language</source>
            <translation>un nombre de pila que se usa junto al del propio idioma</translation>
        </message>
        <message>
            <source>different first names</source>
            <translation>nombres de pila distintos</translation>
        </message>
        <message>
            <source>same last name</source>
            <translation>el mismo apellido</translation>
        </message>
        <message>
            <source>one of two last names</source>
            <translation>uno de dos apellidos</translation>
        </message>
        <message>
            <source>last names that differ by a slip</source>
            <translation>apellidos que difieren por un descuido</translation>
        </message>
        <message>
            <source>the initial of the last name</source>
            <translation>la inicial del apellido</translation>
        </message>
        <message>
            <source>last names that look alike</source>
            <translation>apellidos parecidos</translation>
        </message>
        <message>
            <source>different last names</source>
            <translation>apellidos distintos</translation>
        </message>
        <message>
            <source>first and last name the other way round</source>
            <translation>nombre y apellido al revés</translation>
        </message>
        <message>
            <source>Jr and Sr</source>
            <translation>júnior y sénior</translation>
        </message>
        <message>
            <source>Mr and Mrs</source>
            <translation>señor y señora</translation>
        </message>
        <message>
            <source>two records of one CRM</source>
            <translation>dos registros de un CRM</translation>
        </message>
        <message>
            <source>a company and a person</source>
            <translation>una empresa y una persona</translation>
        </message>
        <message>
            <source>same company name</source>
            <translation>el mismo nombre de empresa</translation>
        </message>
        <message>
            <source>company names that differ little</source>
            <translation>nombres de empresa que difieren poco</translation>
        </message>
        <message>
            <source>different company names</source>
            <translation>nombres de empresa distintos</translation>
        </message>
        <message>
            <source>same website or email domain</source>
            <translation>el mismo sitio web o dominio de correo</translation>
        </message>
        <message>
            <source>different websites</source>
            <translation>sitios web distintos</translation>
        </message>
        <message>
            <source>same street and number</source>
            <translation>la misma calle y número</translation>
        </message>
        <message>
            <source>same town</source>
            <translation>la misma población</translation>
        </message>
        <message>
            <source>different towns</source>
            <translation>poblaciones distintas</translation>
        </message>
        <message>
            <source>same unit</source>
            <translation>la misma unidad</translation>
        </message>
        <message>
            <source>one names a unit</source>
            <translation>uno nombra una unidad</translation>
        </message>
        <message>
            <source>different units</source>
            <translation>unidades distintas</translation>
        </message>
        <message>
            <source>could be a relative</source>
            <translation>podría ser un familiar</translation>
        </message>
        <message>
            <source>could be a colleague</source>
            <translation>podría ser un compañero de trabajo</translation>
        </message>
        <message>
            <source>could be somebody of the same name</source>
            <translation>podría ser alguien con el mismo nombre</translation>
        </message>
        <message>
            <source>{what} explains itself</source>
            <translation>{what} se explica por sí mismo</translation>
        </message>
        <message>
            <source>the same address</source>
            <translation>la misma dirección</translation>
        </message>
        <message>
            <source>the same landline</source>
            <translation>el mismo fijo</translation>
        </message>
        <message>
            <source>the same last name</source>
            <translation>el mismo apellido</translation>
        </message>
        <message>
            <source>the same family mailbox</source>
            <translation>el mismo buzón familiar</translation>
        </message>
        <message>
            <source>the same birthday</source>
            <translation>el mismo cumpleaños</translation>
        </message>
        <message>
            <source>what they share</source>
            <translation>lo que comparten</translation>
        </message>
        <message>
            <source>the same company</source>
            <translation>la misma empresa</translation>
        </message>
        <message>
            <source>the same line</source>
            <translation>la misma línea</translation>
        </message>
        <message>
            <source>the same office mailbox</source>
            <translation>el mismo buzón de oficina</translation>
        </message>
        <message>
            <source>the same name</source>
            <translation>el mismo nombre</translation>
        </message>
    </context>
    <context>
        <name>ReasonChip</name>
        <message>
            <source>Speaks against it</source>
            <translation>En contra</translation>
        </message>
        <message>
            <source>Speaks for it</source>
            <translation>A favor</translation>
        </message>
    </context>
    <context>
        <name>ReceiptRow</name>
        <message>
            <source>Show what changed</source>
            <translation>Mostrar los cambios</translation>
        </message>
        <message>
            <source>List: {figure}</source>
            <translation>Lista: {figure}</translation>
        </message>
        <message numerus="yes">
            <source>%Ln request(s)</source>
            <translation>
                <numerusform>%Ln petición</numerusform>
                <numerusform>%Ln peticiones</numerusform>
            </translation>
        </message>
        <message>
            <source>{seconds} s</source>
            <translation>{seconds} s</translation>
        </message>
        <message>
            <source>Hide what changed</source>
            <translation>Ocultar los cambios</translation>
        </message>
        <message>
            <source>Read what changed</source>
            <translation>Leer los cambios</translation>
        </message>
        <message>
            <source>Sent: {what}</source>
            <translation>Enviado: {what}</translation>
        </message>
        <message>
            <source>New here</source>
            <translation>Nuevo aquí</translation>
        </message>
        <message numerus="yes">
            <source>and %Ln more</source>
            <translation>
                <numerusform>y %Ln más</numerusform>
                <numerusform>y %Ln más</numerusform>
            </translation>
        </message>
        <message>
            <source>No name</source>
            <translation>Sin nombre</translation>
        </message>
        <message>
            <source>Open {name}</source>
            <translation>Abrir {name}</translation>
        </message>
    </context>
    <context>
        <name>ReconnectDialog</name>
        <message>
            <source>Reconnect {name}</source>
            <translation>Reconectar {name}</translation>
        </message>
        <message>
            <source>Other credentials</source>
            <translation>Otras credenciales</translation>
        </message>
        <message>
            <source>Your browser opens the sign-in page of {crm}. The stored credentials are used again.</source>
            <translation>Su navegador abre la página de inicio de sesión de {crm}. Se usan de nuevo las credenciales guardadas.</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
        <message>
            <source>Sign in in the browser…</source>
            <translation>Iniciar sesión en el navegador…</translation>
        </message>
        <message>
            <source>Reconnect</source>
            <translation>Reconectar</translation>
        </message>
        <message numerus="yes">
            <source>%Ln change(s) (is|are) waiting and will be sent afterwards.</source>
            <translation>
                <numerusform>%Ln cambio espera y se enviará después.</numerusform>
                <numerusform>%Ln cambios esperan y se enviarán después.</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing is lost: contacts and settings of this account stay as they are.</source>
            <translation>No se pierde nada: los contactos y ajustes de esta cuenta quedan como están.</translation>
        </message>
        <message>
            <source>Waiting for the browser…</source>
            <translation>Esperando al navegador…</translation>
        </message>
        <message>
            <source>Signing in…</source>
            <translation>Iniciando sesión…</translation>
        </message>
    </context>
    <context>
        <name>RelatedSection</name>
        <message>
            <source>Add to {field}</source>
            <translation>Añadir a {field}</translation>
        </message>
        <message>
            <source>No name</source>
            <translation>Sin nombre</translation>
        </message>
        <message>
            <source>The CRM refers to it, but it is not in CRM Desk.</source>
            <translation>El CRM lo menciona, pero no está en CRM Desk.</translation>
        </message>
        <message>
            <source>Remove {name}</source>
            <translation>Quitar {name}</translation>
        </message>
        <message>
            <source>Register for an event…</source>
            <translation>Inscribir en un evento…</translation>
        </message>
        <message>
            <source>Register a contact…</source>
            <translation>Inscribir un contacto…</translation>
        </message>
        <message>
            <source>Registered for</source>
            <translation>Inscrito en</translation>
        </message>
        <message>
            <source>Registered</source>
            <translation>Inscritos</translation>
        </message>
        <message>
            <source>An event</source>
            <translation>Un evento</translation>
        </message>
        <message>
            <source>registered {when}</source>
            <translation>inscrito {when}</translation>
        </message>
        <message>
            <source>withdrawn</source>
            <translation>retirado</translation>
        </message>
        <message>
            <source>not accepted</source>
            <translation>no aceptado</translation>
        </message>
        <message>
            <source>waits to be sent</source>
            <translation>espera el envío</translation>
        </message>
        <message>
            <source>Linked records</source>
            <translation>Registros vinculados</translation>
        </message>
        <message>
            <source>In {account}</source>
            <translation>En {account}</translation>
        </message>
        <message>
            <source>Unlink</source>
            <translation>Desvincular</translation>
        </message>
        <message>
            <source>Unlink the record in {account}</source>
            <translation>Desvincular el registro de {account}</translation>
        </message>
        <message>
            <source>It becomes a contact of its own again, with its own values. You can undo this.</source>
            <translation>Vuelve a ser un contacto propio, con sus valores. Puede deshacerlo.</translation>
        </message>
    </context>
    <context>
        <name>Relations</name>
        <message>
            <source>same</source>
            <translation>igual</translation>
        </message>
        <message>
            <source>means the same</source>
            <translation>significa lo mismo</translation>
        </message>
        <message>
            <source>more</source>
            <translation>más</translation>
        </message>
        <message>
            <source>differs</source>
            <translation>distinto</translation>
        </message>
        <message>
            <source>only here</source>
            <translation>solo aquí</translation>
        </message>
    </context>
    <context>
        <name>RememberedState</name>
        <message>
            <source>Keep the window's layout</source>
            <translation>Guardar la disposición de la ventana</translation>
        </message>
    </context>
    <context>
        <name>RenameDialog</name>
        <message>
            <source>Rename {name}</source>
            <translation>Cambiar el nombre de {name}</translation>
        </message>
        <message>
            <source>Name of this account</source>
            <translation>Nombre de esta cuenta</translation>
        </message>
        <message>
            <source>Rename the account</source>
            <translation>Cambiar el nombre de la cuenta</translation>
        </message>
    </context>
    <context>
        <name>ReviewKeys</name>
        <message>
            <source>Next, previous</source>
            <translation>Siguiente, anterior</translation>
        </message>
        <message>
            <source>Link what is ticked</source>
            <translation>Vincular lo que está marcado</translation>
        </message>
        <message>
            <source>Not the same</source>
            <translation>No son el mismo</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>Más tarde</translation>
        </message>
        <message>
            <source>Go to a record</source>
            <translation>Ir a un registro</translation>
        </message>
        <message>
            <source>Tick the record, or leave it out</source>
            <translation>Marcar el registro o dejarlo fuera</translation>
        </message>
        <message>
            <source>All evidence</source>
            <translation>Todas las pruebas</translation>
        </message>
        <message>
            <source>Undo the last answer</source>
            <translation>Deshacer la última respuesta</translation>
        </message>
        <message>
            <source>Give the answer again that was undone</source>
            <translation>Dar de nuevo la respuesta deshecha</translation>
        </message>
        <message>
            <source>This sheet</source>
            <translation>Esta hoja</translation>
        </message>
    </context>
    <context>
        <name>RowDelegate</name>
        <message>
            <source>No name</source>
            <translation>Sin nombre</translation>
        </message>
    </context>
    <context>
        <name>RunPage</name>
        <message>
            <source>How far the import is</source>
            <translation>Cuánto lleva la importación</translation>
        </message>
        <message>
            <source>Line</source>
            <translation>Línea</translation>
        </message>
        <message>
            <source>Field</source>
            <translation>Campo</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>Valor</translation>
        </message>
        <message>
            <source>Why not</source>
            <translation>Por qué no</translation>
        </message>
        <message>
            <source>Rows that were not taken</source>
            <translation>Filas que no se tomaron</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>Pausa</translation>
        </message>
        <message>
            <source>Undo this import</source>
            <translation>Deshacer esta importación</translation>
        </message>
        <message>
            <source>Save these rows…</source>
            <translation>Guardar estas filas…</translation>
        </message>
        <message>
            <source>Importing {file}</source>
            <translation>Importando {file}</translation>
        </message>
        <message>
            <source>Another import goes on; this one waits for it.</source>
            <translation>Hay otra importación en curso; esta la espera.</translation>
        </message>
        <message numerus="yes">
            <source>%Ln row(s)</source>
            <translation>
                <numerusform>%Ln fila</numerusform>
                <numerusform>%Ln filas</numerusform>
            </translation>
        </message>
        <message>
            <source>{rate} a second</source>
            <translation>{rate} por segundo</translation>
        </message>
        <message>
            <source>about {n} s left</source>
            <translation>quedan unos {n} s</translation>
        </message>
        <message>
            <source>{file} was imported</source>
            <translation>Se importó {file}</translation>
        </message>
        <message>
            <source>{file} was imported, but for some rows</source>
            <translation>Se importó {file}, salvo algunas filas</translation>
        </message>
        <message>
            <source>The import of {file} was ended; what was done until then stays</source>
            <translation>La importación de {file} se terminó; lo hecho hasta entonces queda</translation>
        </message>
        <message>
            <source>The import of {file} stopped; it can be continued</source>
            <translation>La importación de {file} se detuvo; se puede continuar</translation>
        </message>
        <message>
            <source>{file} was not imported</source>
            <translation>No se importó {file}</translation>
        </message>
        <message>
            <source>The import of {file} was taken back</source>
            <translation>La importación de {file} se deshizo</translation>
        </message>
    </context>
    <context>
        <name>RunsModel</name>
        <message>
            <source>Started</source>
            <translation>Iniciada</translation>
        </message>
        <message>
            <source>Completed</source>
            <translation>Terminada</translation>
        </message>
        <message>
            <source>Account</source>
            <translation>Cuenta</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>Clase</translation>
        </message>
        <message>
            <source>Fetched</source>
            <translation>Recibidos</translation>
        </message>
        <message>
            <source>Inserted</source>
            <translation>Nuevos</translation>
        </message>
        <message>
            <source>Updated</source>
            <translation>Cambiados</translation>
        </message>
        <message>
            <source>Sent</source>
            <translation>Enviado</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>Estado</translation>
        </message>
        <message>
            <source>Message</source>
            <translation>Mensaje</translation>
        </message>
        <message>
            <source>Read the history</source>
            <translation>Leer el historial</translation>
        </message>
        <message>
            <source>not yet</source>
            <translation>aún no</translation>
        </message>
    </context>
    <context>
        <name>Saving</name>
        <message>
            <source>Keep the draft</source>
            <translation>Conservar el borrador</translation>
        </message>
        <message>
            <source>Changes discarded.</source>
            <translation>Cambios descartados.</translation>
        </message>
        <message>
            <source>Save the contact</source>
            <translation>Guardar el contacto</translation>
        </message>
        <message>
            <source>Not saved: {why}</source>
            <translation>No guardado: {why}</translation>
        </message>
    </context>
    <context>
        <name>ScopeChoice</name>
        <message>
            <source>These rules are more detailed than checkboxes:</source>
            <translation>Estas reglas son más detalladas que las casillas:</translation>
        </message>
        <message>
            <source>Rules of the scope</source>
            <translation>Reglas de la selección</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>Editar</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>Vaciar</translation>
        </message>
        <message>
            <source>What you can choose by is known after the first sync.</source>
            <translation>Tras la primera sincronización se sabrá por qué puede elegir.</translation>
        </message>
        <message>
            <source>Sent there: {found}</source>
            <translation>Va allí: {found}</translation>
        </message>
        <message>
            <source>Included: {found}</source>
            <translation>Incluidos: {found}</translation>
        </message>
        <message>
            <source>Sent there: about {found}</source>
            <translation>Va allí: unos {found}</translation>
        </message>
        <message>
            <source>Included: about {found}</source>
            <translation>Incluidos: unos {found}</translation>
        </message>
        <message>
            <source>Included: {found} of those that the test read</source>
            <translation>Incluidos: {found} de los que leyó la prueba</translation>
        </message>
    </context>
    <context>
        <name>ScopeDialog</name>
        <message>
            <source>What to send to {name}</source>
            <translation>Qué enviar a {name}</translation>
        </message>
        <message>
            <source>What to sync from {name}</source>
            <translation>Qué sincronizar desde {name}</translation>
        </message>
        <message>
            <source>Count what there is</source>
            <translation>Contar lo que hay</translation>
        </message>
        <message>
            <source>What is left out is not sent. What is there already stays there.</source>
            <translation>Lo que deje fuera no se envía. Lo que ya está allí queda allí.</translation>
        </message>
        <message>
            <source>Nothing is deleted, here or there. What you leave out is hidden, and comes back when you include it again.</source>
            <translation>No se elimina nada, ni aquí ni allí. Lo que deje fuera se oculta y vuelve cuando lo incluya de nuevo.</translation>
        </message>
        <message>
            <source>Tick at least one.</source>
            <translation>Marque al menos uno.</translation>
        </message>
    </context>
    <context>
        <name>SearchBox</name>
        <message>
            <source>Search everything</source>
            <translation>Buscar en todo</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>Buscar</translation>
        </message>
        <message>
            <source>Finds words in every text field and phone numbers in any notation. Enter opens the first hit, Down goes to the list, Esc goes back.</source>
            <translation>Encuentra palabras en cualquier campo de texto y teléfonos en cualquier notación. Intro abre el primer resultado, Abajo va a la lista, Esc vuelve.</translation>
        </message>
        <message>
            <source>Clear the search</source>
            <translation>Borrar la búsqueda</translation>
        </message>
    </context>
    <context>
        <name>SecretFields</name>
        <message>
            <source>Open {address}</source>
            <translation>Abrir {address}</translation>
        </message>
    </context>
    <context>
        <name>SecretLine</name>
        <message>
            <source>Hide it</source>
            <translation>Ocultar</translation>
        </message>
        <message>
            <source>Show it</source>
            <translation>Mostrar</translation>
        </message>
    </context>
    <context>
        <name>SelectionHost</name>
        <message>
            <source>What they share</source>
            <translation>Lo que comparten</translation>
        </message>
        <message>
            <source>Edit the selected</source>
            <translation>Editar los seleccionados</translation>
        </message>
        <message>
            <source>Add to a CRM</source>
            <translation>Añadir a un CRM</translation>
        </message>
        <message>
            <source>{things} changed</source>
            <translation>{things} cambiados</translation>
        </message>
        <message numerus="yes">
            <source>%n not: {why}</source>
            <translation>
                <numerusform>%n no: {why}</numerusform>
                <numerusform>%n no: {why}</numerusform>
            </translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Deshacer</translation>
        </message>
    </context>
    <context>
        <name>SelectionPanel</name>
        <message>
            <source>Tag… (T)</source>
            <translation>Etiqueta… (T)</translation>
        </message>
        <message>
            <source>Edit a field…</source>
            <translation>Editar un campo…</translation>
        </message>
        <message>
            <source>Add to a CRM</source>
            <translation>Añadir a un CRM</translation>
        </message>
        <message>
            <source>Link as one…</source>
            <translation>Vincular como uno…</translation>
        </message>
        <message>
            <source>Copy rows</source>
            <translation>Copiar filas</translation>
        </message>
        <message>
            <source>Copy emails</source>
            <translation>Copiar correos</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>Exportar…</translation>
        </message>
        <message>
            <source>Move to trash</source>
            <translation>Mover a la papelera</translation>
        </message>
        <message>
            <source>How far it is</source>
            <translation>Cuánto va</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
        <message>
            <source>What they share</source>
            <translation>Lo que comparten</translation>
        </message>
        <message>
            <source>{things} selected</source>
            <translation>{things} seleccionados</translation>
        </message>
        <message>
            <source>Select all {n}</source>
            <translation>Seleccionar los {n}</translation>
        </message>
        <message>
            <source>(several)</source>
            <translation>(varios)</translation>
        </message>
    </context>
    <context>
        <name>SentList</name>
        <message>
            <source>Nothing was sent yet. Each change leaves a receipt here once the CRM has it.</source>
            <translation>Aún no se ha enviado nada. Cada cambio deja aquí un recibo en cuanto el CRM lo tiene.</translation>
        </message>
        <message>
            <source>Open {name}</source>
            <translation>Abrir {name}</translation>
        </message>
        <message>
            <source>sent and verified</source>
            <translation>enviado y verificado</translation>
        </message>
        <message>
            <source>withdrawn</source>
            <translation>retirado</translation>
        </message>
        <message>
            <source>kept on this computer</source>
            <translation>conservado en este equipo</translation>
        </message>
        <message>
            <source>was there already</source>
            <translation>ya estaba allí</translation>
        </message>
    </context>
    <context>
        <name>Settings</name>
        <message>
            <source>General</source>
            <translation>General</translation>
        </message>
        <message>
            <source>Sync</source>
            <translation>Sincronizar</translation>
        </message>
        <message>
            <source>Appearance</source>
            <translation>Apariencia</translation>
        </message>
        <message>
            <source>Shortcuts</source>
            <translation>Atajos</translation>
        </message>
        <message>
            <source>Privacy</source>
            <translation>Privacidad</translation>
        </message>
        <message>
            <source>Notifications</source>
            <translation>Avisos</translation>
        </message>
        <message>
            <source>Local API</source>
            <translation>API local</translation>
        </message>
        <message>
            <source>Advanced</source>
            <translation>Avanzado</translation>
        </message>
        <message>
            <source>Create new contacts in</source>
            <translation>Crear los contactos nuevos en</translation>
        </message>
        <message>
            <source>Each card of something new lets you choose otherwise.</source>
            <translation>En cada ficha nueva se puede elegir otra cosa.</translation>
        </message>
        <message>
            <source>default account new</source>
            <translation>cuenta predeterminada nuevo</translation>
        </message>
        <message>
            <source>Region of phone numbers</source>
            <translation>Región de los teléfonos</translation>
        </message>
        <message>
            <source>Numbers without a country code are read as numbers of that region, unless their account names another.</source>
            <translation>Los números sin prefijo internacional son de allí, salvo que su cuenta indique otra región.</translation>
        </message>
        <message>
            <source>country code</source>
            <translation>prefijo país</translation>
        </message>
        <message>
            <source>Names in lists</source>
            <translation>Nombres en las listas</translation>
        </message>
        <message>
            <source>How people are written and sorted where a CRM gives first and last name apart; other names stay as they are.</source>
            <translation>Así se escriben y ordenan las personas cuando un CRM da nombre y apellido por separado; los demás nombres quedan como están.</translation>
        </message>
        <message>
            <source>first last surname sort order</source>
            <translation>nombre apellido ordenar orden</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Idioma</translation>
        </message>
        <message>
            <source>Numbers and dates follow.</source>
            <translation>Los números y las fechas la siguen.</translation>
        </message>
        <message>
            <source>When the window is closed</source>
            <translation>Al cerrar la ventana</translation>
        </message>
        <message>
            <source>tray background quit</source>
            <translation>bandeja segundo plano salir</translation>
        </message>
        <message>
            <source>Sync newly connected CRMs</source>
            <translation>Sincronizar los CRM recién conectados</translation>
        </message>
        <message>
            <source>Each connected CRM keeps its own schedule; change it in the menu of its account.</source>
            <translation>Cada CRM conectado conserva su propio horario; se cambia en el menú de su cuenta.</translation>
        </message>
        <message>
            <source>schedule interval automatic</source>
            <translation>horario intervalo automático</translation>
        </message>
        <message>
            <source>Quiet hours</source>
            <translation>Horas de silencio</translation>
        </message>
        <message>
            <source>No scheduled syncs then, by the clock of this computer, for accounts without quiet hours of their own. Your changes are still sent.</source>
            <translation>Entonces, según el reloj de este ordenador, no hay sincronizaciones programadas en las cuentas sin horas de silencio propias. Sus cambios se envían igualmente.</translation>
        </message>
        <message>
            <source>night pause</source>
            <translation>noche pausa</translation>
        </message>
        <message>
            <source>No scheduled syncs on a metered network</source>
            <translation>Sin sincronizaciones programadas en redes de uso medido</translation>
        </message>
        <message>
            <source>mobile data hotspot pause</source>
            <translation>datos móviles punto de acceso pausa</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>Tema</translation>
        </message>
        <message>
            <source>dark light colours</source>
            <translation>oscuro claro colores</translation>
        </message>
        <message>
            <source>Rows of lists</source>
            <translation>Filas de las listas</translation>
        </message>
        <message>
            <source>density compact</source>
            <translation>densidad compacta</translation>
        </message>
        <message>
            <source>Text size</source>
            <translation>Tamaño del texto</translation>
        </message>
        <message>
            <source>Ctrl and + or - change it anywhere, Ctrl+0 gives the system’s size back.</source>
            <translation>Ctrl y + o - lo cambian en cualquier parte; Ctrl+0 devuelve el tamaño del sistema.</translation>
        </message>
        <message>
            <source>zoom font larger smaller</source>
            <translation>zoom letra más grande más pequeña</translation>
        </message>
        <message>
            <source>Single keys in the list</source>
            <translation>Teclas sueltas en la lista</translation>
        </message>
        <message>
            <source>T tags and / searches while the list has the focus; never while you type.</source>
            <translation>T etiqueta y / busca mientras la lista tiene el foco; nunca mientras escribe.</translation>
        </message>
        <message>
            <source>letters</source>
            <translation>letras</translation>
        </message>
        <message>
            <source>Keys of commands</source>
            <translation>Teclas de los comandos</translation>
        </message>
        <message>
            <source>Choose a key to change it, then press the new one. Backspace leaves none.</source>
            <translation>Elija una tecla para cambiarla y pulse la nueva. La tecla de retroceso la quita.</translation>
        </message>
        <message>
            <source>keyboard</source>
            <translation>teclado</translation>
        </message>
        <message>
            <source>Show pictures of contacts</source>
            <translation>Mostrar imágenes de los contactos</translation>
        </message>
        <message>
            <source>Pictures come from other servers, which then see that you are looking at the contact. While this is off, nothing is loaded.</source>
            <translation>Las imágenes vienen de otros servidores, que así ven que usted mira el contacto. Mientras esté desactivado, no se carga nada.</translation>
        </message>
        <message>
            <source>images photos</source>
            <translation>imágenes fotos</translation>
        </message>
        <message>
            <source>Notify me when an account needs me</source>
            <translation>Avisarme cuando una cuenta me necesite</translation>
        </message>
        <message>
            <source>While you are not looking at the window, once a day and account at most. What goes well is never announced.</source>
            <translation>Mientras no mire la ventana, como mucho una vez por día y cuenta. Lo que va bien nunca se anuncia.</translation>
        </message>
        <message>
            <source>Let other programs on this computer use CRM Desk</source>
            <translation>Permitir que otros programas de este ordenador usen CRM Desk</translation>
        </message>
        <message>
            <source>Only on this computer, and only with a key. Off: nothing listens.</source>
            <translation>Solo en este ordenador y solo con una clave. Desactivado: nada escucha.</translation>
        </message>
        <message>
            <source>local API server http rest</source>
            <translation>API local servidor http rest</translation>
        </message>
        <message>
            <source>Port and address</source>
            <translation>Puerto y dirección</translation>
        </message>
        <message>
            <source>If another program has the port, that is said here; no other one is taken.</source>
            <translation>Si otro programa tiene el puerto, se dice aquí; no se toma ningún otro.</translation>
        </message>
        <message>
            <source>Also without the window</source>
            <translation>También sin la ventana</translation>
        </message>
        <message>
            <source>“crmdesk api service install” in a terminal lets your system start it at each sign-in; it shows first what it writes. A window that opens takes over.</source>
            <translation>«crmdesk api service install» en un terminal hace que su sistema la inicie en cada inicio de sesión; primero muestra lo que escribe. Una ventana que se abra toma el relevo.</translation>
        </message>
        <message>
            <source>service background headless</source>
            <translation>servicio segundo plano</translation>
        </message>
        <message>
            <source>Ways of speaking</source>
            <translation>Maneras de hablar</translation>
        </message>
        <message>
            <source>For programs that were made for another server. Each can be switched off.</source>
            <translation>Para programas hechos para otro servidor. Cada una se puede desactivar.</translation>
        </message>
        <message>
            <source>dialects routes</source>
            <translation>dialectos rutas</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>Claves</translation>
        </message>
        <message>
            <source>token access rights revoke</source>
            <translation>token acceso permisos revocar</translation>
        </message>
        <message>
            <source>Web pages</source>
            <translation>Páginas web</translation>
        </message>
        <message>
            <source>A page in a browser needs a key too. All that are not listed are refused.</source>
            <translation>Una página del navegador también necesita una clave. Las que no están en la lista se rechazan.</translation>
        </message>
        <message>
            <source>origins CORS browser</source>
            <translation>orígenes CORS navegador</translation>
        </message>
        <message>
            <source>Hooks</source>
            <translation>Hooks</translation>
        </message>
        <message>
            <source>Addresses that are told of changes: what changed and of whom, never values.</source>
            <translation>Direcciones que se enteran de los cambios: qué cambió y de quién, nunca valores.</translation>
        </message>
        <message>
            <source>webhooks</source>
            <translation>webhooks</translation>
        </message>
        <message>
            <source>Activity</source>
            <translation>Actividad</translation>
        </message>
        <message>
            <source>What keys wrote, and what was refused.</source>
            <translation>Lo que escribieron las claves y lo que se rechazó.</translation>
        </message>
        <message>
            <source>audit log</source>
            <translation>registro auditoría</translation>
        </message>
        <message>
            <source>Folders</source>
            <translation>Carpetas</translation>
        </message>
        <message>
            <source>database profile log</source>
            <translation>base de datos perfil registro</translation>
        </message>
        <message>
            <source>What the log holds</source>
            <translation>Qué contiene el registro</translation>
        </message>
        <message>
            <source>Never keys, and no values of contacts.</source>
            <translation>Nunca claves ni valores de los contactos.</translation>
        </message>
        <message>
            <source>log level debug</source>
            <translation>nivel registro depuración</translation>
        </message>
        <message>
            <source>Check the database</source>
            <translation>Comprobar la base de datos</translation>
        </message>
        <message>
            <source>Looks whether the file and its search index are sound.</source>
            <translation>Mira si el archivo y su índice de búsqueda están sanos.</translation>
        </message>
        <message>
            <source>Back up</source>
            <translation>Copia de seguridad</translation>
        </message>
        <message>
            <source>A verified copy, made while you work. One is made daily by itself; seven are kept.</source>
            <translation>Una copia verificada, hecha mientras trabaja. Cada día se hace una sola; se guardan siete.</translation>
        </message>
        <message>
            <source>Restore a backup</source>
            <translation>Restaurar una copia</translation>
        </message>
        <message>
            <source>CRM Desk opens again with the chosen backup. The database of now is kept beside it, so this can be undone by restoring that one.</source>
            <translation>CRM Desk se abre de nuevo con la copia elegida. La base de datos actual se guarda al lado; restaurándola se deshace esto.</translation>
        </message>
    </context>
    <context>
        <name>SettingsHost</name>
        <message>
            <source>Keep the theme</source>
            <translation>Conservar los colores</translation>
        </message>
        <message>
            <source>Keep the text size</source>
            <translation>Conservar el tamaño del texto</translation>
        </message>
    </context>
    <context>
        <name>SettingsWindow</name>
        <message>
            <source>Settings</source>
            <translation>Ajustes</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>Buscar</translation>
        </message>
        <message>
            <source>Search the settings</source>
            <translation>Buscar en los ajustes</translation>
        </message>
        <message>
            <source>Pages</source>
            <translation>Páginas</translation>
        </message>
        <message>
            <source>No setting is called like that.</source>
            <translation>Ningún ajuste se llama así.</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Deshacer</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Cerrar</translation>
        </message>
    </context>
    <context>
        <name>ShortcutSheet</name>
        <message>
            <source>Keyboard shortcuts</source>
            <translation>Atajos de teclado</translation>
        </message>
        <message>
            <source>Find a shortcut</source>
            <translation>Buscar un atajo</translation>
        </message>
        <message>
            <source>In the list</source>
            <translation>En la lista</translation>
        </message>
    </context>
    <context>
        <name>ShortcutsPage</name>
        <message>
            <source>Reset all keys</source>
            <translation>Restablecer todas las teclas</translation>
        </message>
        <message>
            <source>{keys} is “{command}” already.</source>
            <translation>{keys} ya es «{command}».</translation>
        </message>
        <message>
            <source>{keys} belongs to the window itself and was not taken.</source>
            <translation>{keys} pertenece a la propia ventana y no se tomó.</translation>
        </message>
        <message>
            <source>{keys} is needed for typing and was not taken.</source>
            <translation>{keys} hace falta para escribir y no se tomó.</translation>
        </message>
        <message>
            <source>{keys} usually belongs to the system, and may not arrive here.</source>
            <translation>{keys} suele pertenecer al sistema y puede que no llegue aquí.</translation>
        </message>
    </context>
    <context>
        <name>ShownOnce</name>
        <message>
            <source>I have kept it</source>
            <translation>Ya lo he guardado</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Copiar</translation>
        </message>
        <message>
            <source>Copy: {name}</source>
            <translation>Copiar: {name}</translation>
        </message>
    </context>
    <context>
        <name>SideBySide</name>
        <message>
            <source>The same in all: {fields}</source>
            <translation>Igual en todos: {fields}</translation>
        </message>
        <message>
            <source>linked already</source>
            <translation>ya vinculado</translation>
        </message>
        <message>
            <source>ticked</source>
            <translation>marcado</translation>
        </message>
        <message>
            <source>left out</source>
            <translation>excluido</translation>
        </message>
    </context>
    <context>
        <name>SideBySideView</name>
        <message>
            <source>Records side by side</source>
            <translation>Registros lado a lado</translation>
        </message>
    </context>
    <context>
        <name>Sidebar</name>
        <message>
            <source>Places</source>
            <translation>Lugares</translation>
        </message>
        <message>
            <source>Accounts</source>
            <translation>Cuentas</translation>
        </message>
        <message>
            <source>Views</source>
            <translation>Vistas</translation>
        </message>
        <message>
            <source>Needs attention</source>
            <translation>Requiere atención</translation>
        </message>
        <message>
            <source>Same person?</source>
            <translation>¿La misma persona?</translation>
        </message>
        <message>
            <source>Drafts</source>
            <translation>Borradores</translation>
        </message>
        <message>
            <source>Trash</source>
            <translation>Papelera</translation>
        </message>
    </context>
    <context>
        <name>SignIn</name>
        <message>
            <source>Which API?</source>
            <translation>¿Qué API?</translation>
        </message>
        <message>
            <source>Check {fields}, then try again</source>
            <translation>Revise {fields} y vuelva a intentarlo</translation>
        </message>
        <message>
            <source>Wait a little, then try again</source>
            <translation>Espere un poco y vuelva a intentarlo</translation>
        </message>
        <message>
            <source>Check “{address}” and your connection to the internet, then try again</source>
            <translation>Revise «{address}» y su conexión a internet y vuelva a intentarlo</translation>
        </message>
        <message>
            <source>Check your connection to the internet, then try again</source>
            <translation>Revise su conexión a internet y vuelva a intentarlo</translation>
        </message>
        <message>
            <source>Check “{address}”, then try again</source>
            <translation>Revise «{address}» y vuelva a intentarlo</translation>
        </message>
        <message>
            <source>Try again later</source>
            <translation>Vuelva a intentarlo más tarde</translation>
        </message>
        <message>
            <source>Enter {value} under “{title}”</source>
            <translation>Introduzca {value} en «{title}»</translation>
        </message>
        <message>
            <source>“{value}” under “{title}”</source>
            <translation>«{value}» en «{title}»</translation>
        </message>
        <message>
            <source>Choose “{value}” under “{title}”</source>
            <translation>Elija «{value}» en «{title}»</translation>
        </message>
    </context>
    <context>
        <name>SignInPage</name>
        <message>
            <source>Sign in to {crm}</source>
            <translation>Iniciar sesión en {crm}</translation>
        </message>
        <message>
            <source>{crm}: by file, not live</source>
            <translation>{crm}: por archivo, no en vivo</translation>
        </message>
        <message>
            <source>Secrets are encrypted on this computer, and never logged or exported.</source>
            <translation>Los secretos se cifran en este equipo y nunca se registran ni exportan.</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Ajustes</translation>
        </message>
        <message>
            <source>Which account of {crm}?</source>
            <translation>¿Qué cuenta de {crm}?</translation>
        </message>
        <message numerus="yes">
            <source>%Ln value(s) from {file}</source>
            <translation>
                <numerusform>%Ln valor de {file}</numerusform>
                <numerusform>%Ln valores de {file}</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>State</name>
        <message>
            <source>Changed in both places</source>
            <translation>Cambiado en ambos sitios</translation>
        </message>
        <message>
            <source>A change was not accepted</source>
            <translation>Un cambio no se aceptó</translation>
        </message>
        <message>
            <source>A record could not be read</source>
            <translation>Un registro no se pudo leer</translation>
        </message>
        <message>
            <source>Deleted in its CRM</source>
            <translation>Eliminado en su CRM</translation>
        </message>
        <message>
            <source>Archived in its CRM</source>
            <translation>Archivado en su CRM</translation>
        </message>
        <message>
            <source>Waiting to be sent</source>
            <translation>Espera el envío</translation>
        </message>
        <message>
            <source>Out of the account’s scope</source>
            <translation>Fuera de la selección de la cuenta</translation>
        </message>
    </context>
    <context>
        <name>StatusLine</name>
        <message>
            <source>Progress of the sync</source>
            <translation>Progreso de la sincronización</translation>
        </message>
        <message>
            <source>Opens the list of changes that wait to be sent</source>
            <translation>Abre la lista de cambios que esperan el envío</translation>
        </message>
        <message>
            <source>{n} selected</source>
            <translation>{n} seleccionados</translation>
        </message>
        <message>
            <source>Local API</source>
            <translation>API local</translation>
        </message>
        <message>
            <source>Opens the settings of the local API</source>
            <translation>Abre los ajustes de la API local</translation>
        </message>
        <message>
            <source>On: {address}</source>
            <translation>Activada: {address}</translation>
        </message>
        <message numerus="yes">
            <source>%Ln change(s) (waits|wait) to be sent</source>
            <translation>
                <numerusform>%Ln cambio espera el envío</numerusform>
                <numerusform>%Ln cambios esperan el envío</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln change(s) (needs|need) you</source>
            <translation>
                <numerusform>%Ln cambio le necesita</numerusform>
                <numerusform>%Ln cambios le necesitan</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln change(s) (waits|wait) for the next export of (its|their) program</source>
            <translation>
                <numerusform>%Ln cambio espera la próxima exportación de su programa</numerusform>
                <numerusform>%Ln cambios esperan la próxima exportación de su programa</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln change(s) not saved</source>
            <translation>
                <numerusform>%Ln cambio sin guardar</numerusform>
                <numerusform>%Ln cambios sin guardar</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln draft(s)</source>
            <translation>
                <numerusform>%Ln borrador</numerusform>
                <numerusform>%Ln borradores</numerusform>
            </translation>
        </message>
        <message>
            <source>Something new is not saved</source>
            <translation>Hay algo nuevo sin guardar</translation>
        </message>
        <message>
            <source>All changes saved</source>
            <translation>Todos los cambios guardados</translation>
        </message>
        <message>
            <source>Opens the drafts</source>
            <translation>Abre los borradores</translation>
        </message>
        <message>
            <source>Sending to {account}</source>
            <translation>Enviando a {account}</translation>
        </message>
        <message>
            <source>Pulling {account}: {done} of {total}</source>
            <translation>Recibiendo de {account}: {done} de {total}</translation>
        </message>
        <message>
            <source>Pulling {account}: {done}</source>
            <translation>Recibiendo de {account}: {done}</translation>
        </message>
    </context>
    <context>
        <name>SyncPage</name>
        <message>
            <source>Every 15 minutes</source>
            <translation>Cada 15 minutos</translation>
        </message>
        <message>
            <source>Every 30 minutes</source>
            <translation>Cada 30 minutos</translation>
        </message>
        <message>
            <source>Every hour</source>
            <translation>Cada hora</translation>
        </message>
        <message>
            <source>Every 2 hours</source>
            <translation>Cada 2 horas</translation>
        </message>
        <message>
            <source>Every 4 hours</source>
            <translation>Cada 4 horas</translation>
        </message>
        <message>
            <source>Every day at 6:00</source>
            <translation>Todos los días a las 6:00</translation>
        </message>
        <message>
            <source>Only by hand</source>
            <translation>Solo a mano</translation>
        </message>
        <message>
            <source>Your changes are still sent, and “Sync now” always works.</source>
            <translation>Sus cambios se envían igualmente, y «Sincronizar ahora» siempre funciona.</translation>
        </message>
        <message>
            <source>This system does not tell whether its network is metered, so nothing can be spared.</source>
            <translation>Este sistema no dice si su red es de uso medido, así que no se puede ahorrar nada.</translation>
        </message>
    </context>
    <context>
        <name>SyncPanel</name>
        <message>
            <source>Accounts</source>
            <translation>Cuentas</translation>
        </message>
        <message>
            <source>No CRM is connected yet. Connecting one brings its contacts here and writes nothing there.</source>
            <translation>Aún no hay ningún CRM conectado. Conectar uno trae aquí sus contactos y no escribe nada allí.</translation>
        </message>
        <message>
            <source>Connect a CRM…</source>
            <translation>Conectar un CRM…</translation>
        </message>
        <message>
            <source>Lists of the sync</source>
            <translation>Listas de la sincronización</translation>
        </message>
        <message>
            <source>Lists</source>
            <translation>Listas</translation>
        </message>
        <message>
            <source>Activity</source>
            <translation>Actividad</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>En espera</translation>
        </message>
        <message>
            <source>Changed in both places</source>
            <translation>Cambiado en ambos sitios</translation>
        </message>
        <message>
            <source>Problems</source>
            <translation>Problemas</translation>
        </message>
        <message>
            <source>Connect another CRM…</source>
            <translation>Conectar otro CRM…</translation>
        </message>
        <message>
            <source>Resume the account</source>
            <translation>Reanudar la cuenta</translation>
        </message>
        <message>
            <source>Sync now</source>
            <translation>Sincronizar ahora</translation>
        </message>
        <message numerus="yes">
            <source>%Ln change(s) (waits|wait) to be handed over</source>
            <translation>
                <numerusform>%Ln cambio espera a ser entregado</numerusform>
                <numerusform>%Ln cambios esperan a ser entregados</numerusform>
            </translation>
        </message>
        <message>
            <source>Handed over · waits for the next export</source>
            <translation>Entregado · espera la próxima exportación</translation>
        </message>
        <message numerus="yes">
            <source>%Ln change(s) (waits|wait) to be sent</source>
            <translation>
                <numerusform>%Ln cambio espera el envío</numerusform>
                <numerusform>%Ln cambios esperan el envío</numerusform>
            </translation>
        </message>
        <message>
            <source>Paused until {when}</source>
            <translation>En pausa hasta {when}</translation>
        </message>
        <message>
            <source>Waits until {when}: the CRM asked for a pause</source>
            <translation>Espera hasta {when}: el CRM pidió una pausa</translation>
        </message>
        <message>
            <source>Failing since {when}</source>
            <translation>Falla desde {when}</translation>
        </message>
        <message>
            <source>{done} of {total}</source>
            <translation>{done} de {total}</translation>
        </message>
        <message numerus="yes">
            <source>%Ln read</source>
            <translation>
                <numerusform>%Ln leído</numerusform>
                <numerusform>%Ln leídos</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln waiting</source>
            <translation>
                <numerusform>%Ln en espera</numerusform>
                <numerusform>%Ln en espera</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln handed over</source>
            <translation>
                <numerusform>%Ln entregado</numerusform>
                <numerusform>%Ln entregados</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln not accepted</source>
            <translation>
                <numerusform>%Ln no aceptado</numerusform>
                <numerusform>%Ln no aceptados</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln changed in both places</source>
            <translation>
                <numerusform>%Ln cambiado en ambos sitios</numerusform>
                <numerusform>%Ln cambiados en ambos sitios</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln problem(s)</source>
            <translation>
                <numerusform>%Ln problema</numerusform>
                <numerusform>%Ln problemas</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln more (is|are) archived or gone in {account}, and kept out of the list.</source>
            <translation>
                <numerusform>%Ln más está archivado o ya no está en {account}, y no aparece en la lista.</numerusform>
                <numerusform>%Ln más están archivados o ya no están en {account}, y no aparecen en la lista.</numerusform>
            </translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
        <message>
            <source>Reconnect</source>
            <translation>Reconectar</translation>
        </message>
        <message>
            <source>Review</source>
            <translation>Revisar</translation>
        </message>
        <message>
            <source>Resume</source>
            <translation>Reanudar</translation>
        </message>
        <message>
            <source>Hand over…</source>
            <translation>Entregar…</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Reintentar</translation>
        </message>
        <message>
            <source>Sync</source>
            <translation>Sincronizar</translation>
        </message>
        <message>
            <source>last synced {when}</source>
            <translation>última sincronización {when}</translation>
        </message>
        <message>
            <source>first sync</source>
            <translation>primera sincronización</translation>
        </message>
        <message>
            <source>syncs by itself again off the metered network</source>
            <translation>vuelve a sincronizar por sí sola fuera de la red de uso medido</translation>
        </message>
        <message>
            <source>next {when}, after the quiet hours</source>
            <translation>siguiente {when}, tras las horas de silencio</translation>
        </message>
        <message>
            <source>next {when}</source>
            <translation>siguiente {when}</translation>
        </message>
        <message>
            <source>syncing…</source>
            <translation>sincronizando…</translation>
        </message>
        <message>
            <source>{n} new</source>
            <translation>{n} nuevos</translation>
        </message>
        <message>
            <source>{n} changed</source>
            <translation>{n} cambiados</translation>
        </message>
        <message>
            <source>{n} same</source>
            <translation>{n} iguales</translation>
        </message>
        <message>
            <source>{n} removed</source>
            <translation>{n} eliminados</translation>
        </message>
        <message>
            <source>{n} out of scope</source>
            <translation>{n} fuera de la selección</translation>
        </message>
        <message>
            <source>{n} could not be read</source>
            <translation>{n} no se pudieron leer</translation>
        </message>
        <message>
            <source>pulled {n}</source>
            <translation>recibidos {n}</translation>
        </message>
        <message>
            <source>nothing pulled</source>
            <translation>nada recibido</translation>
        </message>
        <message>
            <source>sent {n}</source>
            <translation>enviados {n}</translation>
        </message>
        <message>
            <source>{n} not accepted</source>
            <translation>{n} no aceptados</translation>
        </message>
        <message>
            <source>{n} changed in both places</source>
            <translation>{n} cambiados en ambos sitios</translation>
        </message>
        <message>
            <source>under way</source>
            <translation>en curso</translation>
        </message>
        <message>
            <source>partly done</source>
            <translation>hecha en parte</translation>
        </message>
        <message>
            <source>failed</source>
            <translation>fallida</translation>
        </message>
        <message>
            <source>cancelled</source>
            <translation>cancelado</translation>
        </message>
        <message>
            <source>needs review</source>
            <translation>requiere revisión</translation>
        </message>
        <message>
            <source>skipped</source>
            <translation>omitida</translation>
        </message>
        <message>
            <source>the balance does not add up</source>
            <translation>el balance no cuadra</translation>
        </message>
        <message>
            <source>Success</source>
            <translation>Correcta</translation>
        </message>
        <message>
            <source>{seconds} s</source>
            <translation>{seconds} s</translation>
        </message>
        <message>
            <source>{left} of {all} calls left this hour</source>
            <translation>quedan {left} de {all} llamadas esta hora</translation>
        </message>
        <message>
            <source>{left} of {all} calls left today</source>
            <translation>quedan {left} de {all} llamadas hoy</translation>
        </message>
        <message>
            <source>{left} of {all} calls left this month</source>
            <translation>quedan {left} de {all} llamadas este mes</translation>
        </message>
        <message>
            <source>this hour</source>
            <translation>esta hora</translation>
        </message>
        <message>
            <source>today</source>
            <translation>hoy</translation>
        </message>
        <message>
            <source>this month</source>
            <translation>este mes</translation>
        </message>
    </context>
    <context>
        <name>TableHeader</name>
        <message>
            <source>Columns</source>
            <translation>Columnas</translation>
        </message>
    </context>
    <context>
        <name>TableView</name>
        <message>
            <source>Contacts</source>
            <translation>Contactos</translation>
        </message>
    </context>
    <context>
        <name>TagChip</name>
        <message>
            <source>Remove {tag}</source>
            <translation>Quitar {tag}</translation>
        </message>
    </context>
    <context>
        <name>TagColours</name>
        <message>
            <source>Red</source>
            <translation>Rojo</translation>
        </message>
        <message>
            <source>Orange</source>
            <translation>Naranja</translation>
        </message>
        <message>
            <source>Yellow</source>
            <translation>Amarillo</translation>
        </message>
        <message>
            <source>Green</source>
            <translation>Verde</translation>
        </message>
        <message>
            <source>Teal</source>
            <translation>Turquesa</translation>
        </message>
        <message>
            <source>Blue</source>
            <translation>Azul</translation>
        </message>
        <message>
            <source>Purple</source>
            <translation>Morado</translation>
        </message>
        <message>
            <source>Pink</source>
            <translation>Rosa</translation>
        </message>
        <message>
            <source>No colour</source>
            <translation>Sin color</translation>
        </message>
    </context>
    <context>
        <name>TagForm</name>
        <message>
            <source>Tag {things}</source>
            <translation>Etiquetar {things}</translation>
        </message>
        <message>
            <source>Tag</source>
            <translation>Etiqueta</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>Añadir</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Quitar</translation>
        </message>
        <message>
            <source>The tags that there are</source>
            <translation>Las etiquetas que hay</translation>
        </message>
        <message>
            <source>Type a tag, or several with commas between.</source>
            <translation>Escriba una etiqueta, o varias separadas por comas.</translation>
        </message>
    </context>
    <context>
        <name>TagsEditor</name>
        <message>
            <source>Add to {field}</source>
            <translation>Añadir a {field}</translation>
        </message>
        <message>
            <source>Add a tag</source>
            <translation>Añadir una etiqueta</translation>
        </message>
    </context>
    <context>
        <name>TagsWindow</name>
        <message>
            <source>Tags</source>
            <translation>Etiquetas</translation>
        </message>
        <message>
            <source>Find a tag</source>
            <translation>Buscar una etiqueta</translation>
        </message>
        <message>
            <source>Tags, the most used first</source>
            <translation>Etiquetas, primero las más usadas</translation>
        </message>
        <message>
            <source>Tag</source>
            <translation>Etiqueta</translation>
        </message>
        <message>
            <source>Used by</source>
            <translation>Usada por</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>Mostrar</translation>
        </message>
        <message>
            <source>Colour</source>
            <translation>Color</translation>
        </message>
        <message>
            <source>Rename or join…</source>
            <translation>Renombrar o unir…</translation>
        </message>
        <message>
            <source>Rename or join the tag</source>
            <translation>Renombrar o unir la etiqueta</translation>
        </message>
        <message>
            <source>New name; that of another tag joins the two</source>
            <translation>Nombre nuevo; el de otra etiqueta une las dos</translation>
        </message>
        <message>
            <source>There is a tag “{new}” already. Join “{old}” with it?</source>
            <translation>Ya hay una etiqueta «{new}». ¿Unir «{old}» con ella?</translation>
        </message>
        <message>
            <source>Join</source>
            <translation>Unir</translation>
        </message>
        <message>
            <source>Delete everywhere…</source>
            <translation>Eliminar en todas partes…</translation>
        </message>
        <message>
            <source>The tags that there are</source>
            <translation>Las etiquetas que hay</translation>
        </message>
        <message>
            <source>Nobody has a tag yet. Select people in the list and press T.</source>
            <translation>Todavía nadie tiene una etiqueta. Seleccione personas en la lista y pulse T.</translation>
        </message>
        <message>
            <source>Sent to {accounts}.</source>
            <translation>Se envían a {accounts}.</translation>
        </message>
        <message>
            <source>Only read from {accounts}.</source>
            <translation>De {accounts} solo se leen.</translation>
        </message>
        <message>
            <source>Wherever a CRM takes no tags, they are kept on this computer.</source>
            <translation>Donde un CRM no acepta etiquetas, se quedan en este equipo.</translation>
        </message>
        <message>
            <source>Colour the tag</source>
            <translation>Colorear la etiqueta</translation>
        </message>
        <message>
            <source>What would change</source>
            <translation>Qué cambiaría</translation>
        </message>
        <message>
            <source>Delete the tag “{tag}” everywhere?</source>
            <translation>¿Eliminar la etiqueta «{tag}» en todas partes?</translation>
        </message>
        <message>
            <source>Delete everywhere</source>
            <translation>Eliminar en todas partes</translation>
        </message>
        <message>
            <source>Rename “{old}” to “{new}”?</source>
            <translation>¿Cambiar «{old}» por «{new}»?</translation>
        </message>
        <message>
            <source>Rename</source>
            <translation>Renombrar</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>Cancelar</translation>
        </message>
        <message>
            <source>{things} changed</source>
            <translation>{things}: cambios hechos</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Cerrar</translation>
        </message>
    </context>
    <context>
        <name>ThingList</name>
        <message>
            <source>List</source>
            <translation>Lista</translation>
        </message>
        <message>
            <source>Show more</source>
            <translation>Mostrar más</translation>
        </message>
        <message>
            <source>Read the list</source>
            <translation>Leer la lista</translation>
        </message>
        <message>
            <source>No name</source>
            <translation>Sin nombre</translation>
        </message>
        <message>
            <source>A removed account</source>
            <translation>Una cuenta quitada</translation>
        </message>
        <message>
            <source>Select all</source>
            <translation>Seleccionar todo</translation>
        </message>
        <message numerus="yes">
            <source>%Ln selected</source>
            <translation>
                <numerusform>%Ln seleccionado</numerusform>
                <numerusform>%Ln seleccionados</numerusform>
            </translation>
        </message>
        <message>
            <source>Choose some first</source>
            <translation>Elija primero algunos</translation>
        </message>
    </context>
    <context>
        <name>Told</name>
        <message>
            <source>That did not work</source>
            <translation>Eso no funcionó</translation>
        </message>
        <message>
            <source>Nothing was changed.</source>
            <translation>No se cambió nada.</translation>
        </message>
        <message>
            <source>Try again.</source>
            <translation>Vuelva a intentarlo.</translation>
        </message>
        <message>
            <source>That cannot be done as asked</source>
            <translation>No se puede hacer así</translation>
        </message>
        <message>
            <source>Correct the request and try again.</source>
            <translation>Corrija la solicitud y vuelva a intentarlo.</translation>
        </message>
        <message>
            <source>Not found</source>
            <translation>No encontrado</translation>
        </message>
        <message>
            <source>Check the id or the name.</source>
            <translation>Revise el identificador o el nombre.</translation>
        </message>
        <message>
            <source>This account is already connected</source>
            <translation>Esta cuenta ya está conectada</translation>
        </message>
        <message>
            <source>Use the account that exists, or remove it first.</source>
            <translation>Use la cuenta existente, o quítela primero.</translation>
        </message>
        <message>
            <source>The search was not understood</source>
            <translation>No se entendió la búsqueda</translation>
        </message>
        <message>
            <source>Correct what is marked.</source>
            <translation>Corrija lo marcado.</translation>
        </message>
        <message>
            <source>The account was not connected</source>
            <translation>La cuenta no se conectó</translation>
        </message>
        <message>
            <source>Choose one of the accounts, and sign in again.</source>
            <translation>Elija una de las cuentas e inicie sesión de nuevo.</translation>
        </message>
        <message>
            <source>The CRM could not do that</source>
            <translation>El CRM no pudo hacerlo</translation>
        </message>
        <message>
            <source>Everything you entered is kept here.</source>
            <translation>Todo lo que escribió se conserva aquí.</translation>
        </message>
        <message>
            <source>Try again later.</source>
            <translation>Vuelva a intentarlo más tarde.</translation>
        </message>
        <message>
            <source>The CRM refused the sign-in</source>
            <translation>El CRM rechazó el inicio de sesión</translation>
        </message>
        <message>
            <source>Your edits are kept here and wait.</source>
            <translation>Sus cambios se conservan aquí y esperan.</translation>
        </message>
        <message>
            <source>Reconnect the account with a valid key.</source>
            <translation>Reconecte la cuenta con una clave válida.</translation>
        </message>
        <message>
            <source>The CRM asks for a pause</source>
            <translation>El CRM pide una pausa</translation>
        </message>
        <message>
            <source>Nothing to do: the desk goes on by itself when the time has passed.</source>
            <translation>Nada que hacer: continúa solo cuando pase el tiempo.</translation>
        </message>
        <message>
            <source>The quota is nearly used up</source>
            <translation>La cuota está casi agotada</translation>
        </message>
        <message>
            <source>The CRM cannot be reached</source>
            <translation>No se puede acceder al CRM</translation>
        </message>
        <message>
            <source>Check the connection; the desk tries again by itself.</source>
            <translation>Revise la conexión; CRM Desk lo reintenta solo.</translation>
        </message>
        <message>
            <source>It is not known whether the CRM took the change</source>
            <translation>No se sabe si el CRM aceptó el cambio</translation>
        </message>
        <message>
            <source>Nothing to do: the desk looks it up before it sends anything again.</source>
            <translation>Nada que hacer: se comprueba antes de enviar nada de nuevo.</translation>
        </message>
        <message>
            <source>The record changed there meanwhile</source>
            <translation>El registro cambió allí entretanto</translation>
        </message>
        <message>
            <source>Nothing to do: the desk merges and sends again.</source>
            <translation>Nada que hacer: se combina y se envía de nuevo.</translation>
        </message>
        <message>
            <source>The record no longer exists in the CRM</source>
            <translation>El registro ya no existe en el CRM</translation>
        </message>
        <message>
            <source>Decide whether to create it again or to delete it here too.</source>
            <translation>Decida si crearlo de nuevo o eliminarlo también aquí.</translation>
        </message>
        <message>
            <source>The record already exists in the CRM</source>
            <translation>El registro ya existe en el CRM</translation>
        </message>
        <message>
            <source>Link the contact to the record that exists.</source>
            <translation>Vincule el contacto con el registro existente.</translation>
        </message>
        <message>
            <source>The CRM did not take the change</source>
            <translation>El CRM no aceptó el cambio</translation>
        </message>
        <message>
            <source>Change the value, or keep it on this computer only.</source>
            <translation>Cambie el valor, o consérvelo solo en este equipo.</translation>
        </message>
        <message>
            <source>The key may not do that</source>
            <translation>La clave no puede hacer eso</translation>
        </message>
        <message>
            <source>Give the key that right in the CRM.</source>
            <translation>Dé a la clave ese permiso en el CRM.</translation>
        </message>
        <message>
            <source>This CRM cannot do that</source>
            <translation>Este CRM no puede hacer eso</translation>
        </message>
        <message>
            <source>Keep the value on this computer only, or do it in the CRM itself.</source>
            <translation>Conserve el valor solo en este equipo, o hágalo en el propio CRM.</translation>
        </message>
        <message>
            <source>The answer was not understood</source>
            <translation>No se entendió la respuesta</translation>
        </message>
        <message>
            <source>Check the base address of the account; if it is right, try again later.</source>
            <translation>Revise la dirección base de la cuenta; si es correcta, vuelva a intentarlo más tarde.</translation>
        </message>
        <message>
            <source>The database could not be used</source>
            <translation>No se pudo usar la base de datos</translation>
        </message>
        <message>
            <source>What was saved before is unchanged.</source>
            <translation>Lo guardado antes no ha cambiado.</translation>
        </message>
        <message>
            <source>Run the doctor and restore a backup if it says so.</source>
            <translation>Haga revisar la base de datos (`crmdesk doctor`) y restaure una copia si así se lo indica.</translation>
        </message>
        <message>
            <source>The disk is full</source>
            <translation>El disco está lleno</translation>
        </message>
        <message>
            <source>What was saved before is unchanged; the last change was not saved.</source>
            <translation>Lo guardado antes no ha cambiado; el último cambio no se guardó.</translation>
        </message>
        <message>
            <source>Free some room, then save again.</source>
            <translation>Libere espacio y guarde de nuevo.</translation>
        </message>
        <message>
            <source>Another program holds the database</source>
            <translation>Otro programa retiene la base de datos</translation>
        </message>
        <message>
            <source>Close the other program (a backup or cloud-sync tool, perhaps) and try again.</source>
            <translation>Cierre el otro programa (quizá una copia de seguridad o una nube) y vuelva a intentarlo.</translation>
        </message>
        <message>
            <source>The database cannot be written</source>
            <translation>No se puede escribir en la base de datos</translation>
        </message>
        <message>
            <source>Allow writing to the profile folder, or choose another with --profile.</source>
            <translation>Permita escribir en la carpeta del perfil o elija otra con --profile.</translation>
        </message>
        <message>
            <source>The database file is damaged</source>
            <translation>El archivo de la base de datos está dañado</translation>
        </message>
        <message>
            <source>The damaged file is left as it is; backups are untouched.</source>
            <translation>El archivo dañado queda como está; las copias no se tocan.</translation>
        </message>
        <message>
            <source>Restore the last good backup.</source>
            <translation>Restaure la última copia buena.</translation>
        </message>
        <message>
            <source>A newer version of CRM Desk wrote this profile</source>
            <translation>Una versión más reciente de CRM Desk escribió este perfil</translation>
        </message>
        <message>
            <source>Install the newer version, or open another profile.</source>
            <translation>Instale la versión más reciente o abra otro perfil.</translation>
        </message>
        <message>
            <source>Another CRM Desk holds this profile</source>
            <translation>Otro CRM Desk está usando este perfil</translation>
        </message>
        <message>
            <source>Use the window that is open, or close it.</source>
            <translation>Use la ventana que está abierta o ciérrela.</translation>
        </message>
        <message>
            <source>The secrets could not be used</source>
            <translation>No se pudieron usar los secretos</translation>
        </message>
        <message>
            <source>No secret was written anywhere else.</source>
            <translation>Ningún secreto se escribió en otro lugar.</translation>
        </message>
        <message>
            <source>Unlock the system keychain and try again.</source>
            <translation>Desbloquee el llavero del sistema y vuelva a intentarlo.</translation>
        </message>
        <message>
            <source>There is no system keychain</source>
            <translation>No hay llavero del sistema</translation>
        </message>
        <message>
            <source>Set ENCRYPTION_KEY (base64 or hex of exactly 32 bytes) or give a passphrase.</source>
            <translation>Defina ENCRYPTION_KEY (exactamente 32 bytes en base64 o hexadecimal) o dé una frase de contraseña.</translation>
        </message>
        <message>
            <source>The system keychain is locked</source>
            <translation>El llavero del sistema está bloqueado</translation>
        </message>
        <message>
            <source>The vault was sealed with another key</source>
            <translation>El almacén de claves se selló con otra clave</translation>
        </message>
        <message>
            <source>The vault is unchanged.</source>
            <translation>El almacén de claves no ha cambiado.</translation>
        </message>
        <message>
            <source>Use the key or passphrase the vault was made with, or reconnect the accounts.</source>
            <translation>Use la clave o la frase con la que se creó el almacén, o reconecte las cuentas.</translation>
        </message>
        <message>
            <source>The vault file is damaged</source>
            <translation>El archivo del almacén de claves está dañado</translation>
        </message>
        <message>
            <source>The damaged file is kept beside the new one.</source>
            <translation>El archivo dañado se conserva junto al nuevo.</translation>
        </message>
        <message>
            <source>Reconnect the accounts with their keys.</source>
            <translation>Reconecte las cuentas con sus claves.</translation>
        </message>
        <message>
            <source>CRM Desk itself failed</source>
            <translation>Falló el propio CRM Desk</translation>
        </message>
        <message>
            <source>Run `crmdesk doctor` and report what the log says.</source>
            <translation>Ejecute `crmdesk doctor` e informe de lo que dice el registro de sucesos.</translation>
        </message>
        <message>
            <source>Start the demo</source>
            <translation>Iniciar la demo</translation>
        </message>
        <message>
            <source>Choose the direction {0}.</source>
            <translation>Elija la dirección {0}.</translation>
        </message>
        <message>
            <source>There is already an account “{0}”.</source>
            <translation>Ya hay una cuenta «{0}».</translation>
        </message>
        <message>
            <source>Choose another name.</source>
            <translation>Elija otro nombre.</translation>
        </message>
        <message>
            <source>{0} has {1}.</source>
            <translation>{0} tiene {1}.</translation>
        </message>
        <message>
            <source>{0} lets nothing be deleted from outside.</source>
            <translation>{0} no permite eliminar desde fuera.</translation>
        </message>
        <message>
            <source>Deleting here will not delete in {0}</source>
            <translation>Lo que se elimine aquí no se eliminará en {0}</translation>
        </message>
        <message>
            <source>{0} holds no removals back.</source>
            <translation>{0} no retiene ninguna eliminación.</translation>
        </message>
        <message>
            <source>“{0}” is connected to the same sign-in.</source>
            <translation>«{0}» está conectada con la misma sesión.</translation>
        </message>
        <message>
            <source>There is nothing to undo.</source>
            <translation>No hay nada que deshacer.</translation>
        </message>
        <message>
            <source>Nothing was changed</source>
            <translation>No se cambió nada</translation>
        </message>
        <message>
            <source>There is nothing to redo.</source>
            <translation>No hay nada que rehacer.</translation>
        </message>
        <message>
            <source>Nothing of it can be taken back: {0}</source>
            <translation>Nada de ello se puede deshacer: {0}</translation>
        </message>
        <message>
            <source>The conflict {0} was resolved before.</source>
            <translation>El conflicto {0} ya estaba resuelto.</translation>
        </message>
        <message>
            <source>{0} is not set to hold {1}.</source>
            <translation>{0} no está configurada para {1}.</translation>
        </message>
        <message>
            <source>`crmdesk account set {0} --kinds` takes the kinds that it is to hold.</source>
            <translation>`crmdesk account set {0} --kinds` recibe los tipos que debe contener.</translation>
        </message>
        <message>
            <source>There is no format “{0}”.</source>
            <translation>No hay ningún formato «{0}».</translation>
        </message>
        <message>
            <source>“{0}” is no order of dates.</source>
            <translation>«{0}» no es un orden de fecha.</translation>
        </message>
        <message>
            <source>One of: dmy, mdy, ymd.</source>
            <translation>Puede ser: dmy, mdy, ymd.</translation>
        </message>
        <message>
            <source>{0} is a folder.</source>
            <translation>{0} es una carpeta.</translation>
        </message>
        <message>
            <source>Choose a file in it.</source>
            <translation>Elija un archivo de ella.</translation>
        </message>
        <message>
            <source>{0} is no file but a device or a pipe.</source>
            <translation>{0} no es un archivo, sino un dispositivo o una tubería.</translation>
        </message>
        <message>
            <source>Save what it gives into a file first.</source>
            <translation>Guarde primero en un archivo lo que entrega.</translation>
        </message>
        <message>
            <source>You left it out.</source>
            <translation>Usted lo omitió.</translation>
        </message>
        <message>
            <source>{0} is there already.</source>
            <translation>{0} ya existe.</translation>
        </message>
        <message>
            <source>The rows that failed were not written</source>
            <translation>No se escribieron las filas que fallaron</translation>
        </message>
        <message>
            <source>`crmdesk imports rows` lists them.</source>
            <translation>`crmdesk imports rows` las muestra.</translation>
        </message>
        <message>
            <source>It cannot be opened again.</source>
            <translation>No se puede volver a abrir.</translation>
        </message>
        <message>
            <source>Nothing was imported</source>
            <translation>No se importó nada</translation>
        </message>
        <message>
            <source>It came to its end.</source>
            <translation>Ya terminó.</translation>
        </message>
        <message>
            <source>It was taken back.</source>
            <translation>Se deshizo.</translation>
        </message>
        <message>
            <source>Import the file again.</source>
            <translation>Vuelva a importar el archivo.</translation>
        </message>
        <message>
            <source>{0} is another one than it was then.</source>
            <translation>{0} no es el mismo archivo de entonces.</translation>
        </message>
        <message>
            <source>Import it anew: whoever is here already is known again.</source>
            <translation>Impórtelo de nuevo: se reconoce a quien ya está aquí.</translation>
        </message>
        <message>
            <source>There is a tag “{0}” already.</source>
            <translation>Ya hay una etiqueta «{0}».</translation>
        </message>
        <message>
            <source>The tag was not renamed</source>
            <translation>No se cambió el nombre de la etiqueta</translation>
        </message>
        <message>
            <source>Merge the two, or choose another name.</source>
            <translation>Una las dos o elija otro nombre.</translation>
        </message>
        <message>
            <source>Nobody has the tag “{0}”.</source>
            <translation>Nadie tiene la etiqueta «{0}».</translation>
        </message>
        <message>
            <source>Nothing here has the id “{0}”.</source>
            <translation>Nada aquí tiene el identificador «{0}».</translation>
        </message>
        <message>
            <source>{0} has no {1}.</source>
            <translation>{0} no tiene {1}.</translation>
        </message>
        <message>
            <source>There is no account “{0}”.</source>
            <translation>No hay ninguna cuenta «{0}».</translation>
        </message>
        <message>
            <source>`crmdesk account list` lists them.</source>
            <translation>`crmdesk account list` las muestra.</translation>
        </message>
        <message>
            <source>No key is stored for this account on this computer.</source>
            <translation>En este equipo no hay ninguna clave guardada para esta cuenta.</translation>
        </message>
        <message>
            <source>The demo CRM cannot be started from here.</source>
            <translation>El CRM de demostración no se puede iniciar desde aquí.</translation>
        </message>
        <message>
            <source>There is no view “{0}”.</source>
            <translation>No hay ninguna vista «{0}».</translation>
        </message>
        <message>
            <source>`crmdesk views` lists them.</source>
            <translation>`crmdesk views` las muestra.</translation>
        </message>
        <message>
            <source>That view is gone.</source>
            <translation>Esa vista ya no existe.</translation>
        </message>
        <message>
            <source>There is a view “{0}” already.</source>
            <translation>Ya hay una vista «{0}».</translation>
        </message>
        <message>
            <source>The view was not saved</source>
            <translation>La vista no se guardó</translation>
        </message>
        <message>
            <source>An account needs a name, without a colon.</source>
            <translation>Una cuenta necesita un nombre, sin dos puntos.</translation>
        </message>
        <message>
            <source>“{0}” stands for what is kept on this computer.</source>
            <translation>«{0}» designa lo que se guarda en este equipo.</translation>
        </message>
        <message>
            <source>No field was chosen.</source>
            <translation>No se eligió ningún campo.</translation>
        </message>
        <message>
            <source>{0} is the CRM's own and cannot be changed.</source>
            <translation>{0} es propio del CRM y no se puede cambiar.</translation>
        </message>
        <message>
            <source>{0} is no list; set it instead.</source>
            <translation>{0} no es una lista; asígnele un valor.</translation>
        </message>
        <message>
            <source>There is nothing to look for.</source>
            <translation>No hay nada que buscar.</translation>
        </message>
        <message>
            <source>A tag has at least one letter.</source>
            <translation>Una etiqueta tiene al menos una letra.</translation>
        </message>
        <message>
            <source>A tag has {0} characters at most; this one has {1}.</source>
            <translation>Una etiqueta tiene como máximo {0} caracteres; esta tiene {1}.</translation>
        </message>
        <message>
            <source>Shorten it, or keep the text as a note.</source>
            <translation>Acórtela o guarde el texto como nota.</translation>
        </message>
        <message>
            <source>“{0}” cannot stand here.</source>
            <translation>«{0}» no puede estar aquí.</translation>
        </message>
        <message>
            <source>A {0} has no field “{1}”.</source>
            <translation>{0} no tiene el campo «{1}».</translation>
        </message>
        <message>
            <source>A view's name has 1 to {0} characters.</source>
            <translation>El nombre de una vista tiene de 1 a {0} caracteres.</translation>
        </message>
        <message>
            <source>The file holds no views.</source>
            <translation>El archivo no contiene vistas.</translation>
        </message>
        <message>
            <source>No view was taken</source>
            <translation>No se tomó ninguna vista</translation>
        </message>
        <message>
            <source>“{0}” is no rule of a scope.</source>
            <translation>«{0}» no es una regla de selección.</translation>
        </message>
        <message>
            <source>A rule is written field:value,value for what is wanted, or -field:value for what is not.</source>
            <translation>Una regla se escribe campo:valor,valor para lo que se quiere, o -campo:valor para lo que no.</translation>
        </message>
        <message>
            <source>The scope of {0} does not go by “{1}”.</source>
            <translation>La selección de {0} no se rige por «{1}».</translation>
        </message>
        <message>
            <source>It goes by {0}.</source>
            <translation>Se rige por {0}.</translation>
        </message>
        <message>
            <source>The setting {0} cannot be “{1}”.</source>
            <translation>El ajuste {0} no puede ser «{1}».</translation>
        </message>
        <message>
            <source>The setting was not changed</source>
            <translation>El ajuste no se cambió</translation>
        </message>
        <message>
            <source>{0} is yes or no, not “{1}”.</source>
            <translation>{0} es yes o no, no «{1}».</translation>
        </message>
        <message>
            <source>{0} is a date as YYYY-MM-DD, or --MM-DD without a year, not “{1}”.</source>
            <translation>{0} es una fecha como AAAA-MM-DD, o --MM-DD sin año, no «{1}».</translation>
        </message>
        <message>
            <source>{0} is a number, not “{1}”.</source>
            <translation>{0} es un número, no «{1}».</translation>
        </message>
        <message>
            <source>{0} is a JSON list such as ["a@b.example"], or of objects with "value" and "label", not “{1}”.</source>
            <translation>{0} es una lista JSON como ["a@b.example"], o de objetos con "value" y "label", no «{1}».</translation>
        </message>
        <message>
            <source>Set one of them: {0}.</source>
            <translation>Asigne uno de ellos: {0}.</translation>
        </message>
        <message>
            <source>A base address starts with https://, “{0}” does not.</source>
            <translation>Una dirección base empieza por https://, «{0}» no.</translation>
        </message>
        <message>
            <source>A base address has no blanks, line ends or backslashes in it.</source>
            <translation>Una dirección base no contiene espacios, saltos de línea ni barras inversas.</translation>
        </message>
        <message>
            <source>A base address holds no user name or password; the key goes into its own field.</source>
            <translation>Una dirección base no contiene usuario ni contraseña; la clave va en su propio campo.</translation>
        </message>
        <message>
            <source>A base address ends before “?” and “#”.</source>
            <translation>Una dirección base termina antes de «?» y «#».</translation>
        </message>
        <message>
            <source>http:// would send the key to {0} unencrypted; only this computer itself may be called so.</source>
            <translation>http:// enviaría la clave a {0} sin cifrar; solo a este mismo equipo se le puede llamar así.</translation>
        </message>
        <message>
            <source>Write the address with https://.</source>
            <translation>Escriba la dirección con https://.</translation>
        </message>
        <message>
            <source>A base address starts with https://, not {0}://.</source>
            <translation>Una dirección base empieza por https://, no por {0}://.</translation>
        </message>
        <message>
            <source>The base address names no host.</source>
            <translation>La dirección base no nombra ningún servidor.</translation>
        </message>
        <message>
            <source>“{0}” is no valid host name.</source>
            <translation>«{0}» no es un nombre de servidor válido.</translation>
        </message>
        <message>
            <source>“{0}” is no address that can be called.</source>
            <translation>«{0}» no es una dirección a la que se pueda llamar.</translation>
        </message>
        <message>
            <source>The host of the base address is no address that can be called.</source>
            <translation>El servidor de la dirección base no es una dirección a la que se pueda llamar.</translation>
        </message>
        <message>
            <source>The list counts a number of records that no list can have.</source>
            <translation>La lista dice tener un número de registros que ninguna lista puede tener.</translation>
        </message>
        <message>
            <source>{0} does not know this call.</source>
            <translation>{0} no conoce esta llamada.</translation>
        </message>
        <message>
            <source>{0} says: {1}</source>
            <translation>{0} dice: {1}</translation>
        </message>
        <message>
            <source>{0} refused the values: {1}</source>
            <translation>{0} rechazó los valores: {1}</translation>
        </message>
        <message>
            <source>CRM API</source>
            <translation>CRM API</translation>
        </message>
        <message>
            <source>page_size is a number from 1 to {0}, not “{1}”.</source>
            <translation>page_size es un número de 1 a {0}, no «{1}».</translation>
        </message>
        <message>
            <source>The CRM API needs the address of your deployment.</source>
            <translation>La CRM API necesita la dirección de su instalación.</translation>
        </message>
        <message>
            <source>Give base_url=https://yours.convex.site.</source>
            <translation>Dé base_url=https://suya.convex.site.</translation>
        </message>
        <message>
            <source>This address ends in .convex.cloud, where the deployment's database is, not its CRM API.</source>
            <translation>Esta dirección termina en .convex.cloud, donde está la base de datos de la instalación, no su CRM API.</translation>
        </message>
        <message>
            <source>Give base_url={0}.</source>
            <translation>Dé base_url={0}.</translation>
        </message>
        <message>
            <source>The CRM API lists no record with this id.</source>
            <translation>La CRM API no tiene ningún registro con este identificador.</translation>
        </message>
        <message>
            <source>The desk makes no events in the CRM API.</source>
            <translation>Este programa no crea eventos en la CRM API.</translation>
        </message>
        <message>
            <source>The CRM API has a contact with this email.</source>
            <translation>La CRM API tiene un contacto con este correo.</translation>
        </message>
        <message>
            <source>This server of the CRM API has no way to change what is there.</source>
            <translation>Este servidor de la CRM API no permite cambiar lo que hay.</translation>
        </message>
        <message>
            <source>This server of the CRM API has no way to delete anything.</source>
            <translation>Este servidor de la CRM API no permite eliminar nada.</translation>
        </message>
        <message>
            <source>This server of the CRM API is of the first generation: it has no way to read a contact by its id.</source>
            <translation>Este servidor de la CRM API es de la primera generación: no permite leer un contacto por su identificador.</translation>
        </message>
        <message>
            <source>Nothing was saved</source>
            <translation>No se guardó nada</translation>
        </message>
        <message>
            <source>Set api to auto, or to v1, and sign in again.</source>
            <translation>Ponga api en auto o en v1 y vuelva a iniciar sesión.</translation>
        </message>
        <message>
            <source>This key is for Dex's current API (v1), not for the legacy one.</source>
            <translation>Esta clave es de la API actual de Dex (v1), no de la antigua.</translation>
        </message>
        <message>
            <source>Set api=v1.</source>
            <translation>Ponga api=v1.</translation>
        </message>
        <message>
            <source>page_size is a number from {0} to {1}, not “{2}”.</source>
            <translation>page_size es un número de {0} a {1}, no «{2}».</translation>
        </message>
        <message>
            <source>Dex has no contact with this id.</source>
            <translation>Dex no tiene ningún contacto con este identificador.</translation>
        </message>
        <message>
            <source>Dex reports an error: {0}</source>
            <translation>Dex informa de un error: {0}</translation>
        </message>
        <message>
            <source>Dex did not say which contact it made.</source>
            <translation>Dex no dijo qué contacto creó.</translation>
        </message>
        <message>
            <source>“{0}” is longer than a file of settings.</source>
            <translation>«{0}» es más largo que un archivo de ajustes.</translation>
        </message>
        <message>
            <source>“{0}” is no text file.</source>
            <translation>«{0}» no es un archivo de texto.</translation>
        </message>
        <message>
            <source>Nothing was found in “{0}”: {1}.</source>
            <translation>No se encontró nada en «{0}»: {1}.</translation>
        </message>
        <message>
            <source>“{0}” is no file.</source>
            <translation>«{0}» no es un archivo.</translation>
        </message>
        <message>
            <source>“{0}” cannot be read: {1}.</source>
            <translation>«{0}» no se puede leer: {1}.</translation>
        </message>
        <message>
            <source>Flex Rental</source>
            <translation>Flex Rental</translation>
        </message>
        <message>
            <source>Flex Rental needs the address of your Flex.</source>
            <translation>Flex Rental necesita la dirección de su Flex.</translation>
        </message>
        <message>
            <source>Give base_url=https://yoursite.{0}{1}.</source>
            <translation>Dé base_url=https://susitio.{0}{1}.</translation>
        </message>
        <message>
            <source>{0} is a number from {1} to {2}, not “{3}”.</source>
            <translation>{0} es un número de {1} a {2}, no «{3}».</translation>
        </message>
        <message>
            <source>Nothing was read: the second page of Flex's list holds records of the first one, and no answer says which page it is.</source>
            <translation>No se leyó nada: la segunda página de la lista de Flex contiene registros de la primera, y ninguna respuesta dice qué página es.</translation>
        </message>
        <message>
            <source>Flex counts the pages of its list in two ways: where page {0} was asked for, it answered {1}. The list was not read on, so that no contact is missed or taken for deleted.</source>
            <translation>Flex cuenta las páginas de su lista de dos maneras: al pedir la página {0} respondió {1}. No se siguió leyendo la lista, para que no falte ningún contacto ni se dé por eliminado.</translation>
        </message>
        <message>
            <source>This Flex does not describe a way to change contacts.</source>
            <translation>Este Flex no describe cómo cambiar contactos.</translation>
        </message>
        <message>
            <source>This Flex does not describe a way to delete contacts.</source>
            <translation>Este Flex no describe cómo eliminar contactos.</translation>
        </message>
        <message>
            <source>The change was made, but Flex added {0} of the contact's addresses once more, and they cannot be taken away from here. {1}</source>
            <translation>El cambio se hizo, pero Flex volvió a añadir {0} de las direcciones del contacto, y desde aquí no se pueden quitar. {1}</translation>
        </message>
        <message>
            <source>Delete the doubled addresses of this contact in Flex.</source>
            <translation>Elimine en Flex las direcciones repetidas de este contacto.</translation>
        </message>
        <message>
            <source>Follow Up Boss</source>
            <translation>Follow Up Boss</translation>
        </message>
        <message>
            <source>{0} has it marked as deleted.</source>
            <translation>{0} lo tiene marcado como eliminado.</translation>
        </message>
        <message>
            <source>This CRM does not say who signs in.</source>
            <translation>Este CRM no dice quién inicia sesión.</translation>
        </message>
        <message>
            <source>This CRM cannot read one record by itself.</source>
            <translation>Este CRM no puede leer un registro por separado.</translation>
        </message>
        <message>
            <source>This CRM takes no registrations for events.</source>
            <translation>Este CRM no acepta inscripciones a eventos.</translation>
        </message>
        <message>
            <source>{0} still has it, but no such call for this account: {1}</source>
            <translation>{0} todavía lo tiene, pero no esa llamada para esta cuenta: {1}</translation>
        </message>
        <message>
            <source>{0} still shows it after it was asked to delete it.</source>
            <translation>{0} lo sigue mostrando después de que se pidió eliminarlo.</translation>
        </message>
        <message>
            <source>There is no codec “{0}”; there are {1}.</source>
            <translation>No hay ninguna conversión «{0}»; hay {1}.</translation>
        </message>
        <message>
            <source>“{0}” is no path to a value of codec {1}.</source>
            <translation>«{0}» no es una ruta a un valor de la conversión {1}.</translation>
        </message>
        <message>
            <source>“{0}” cannot be read together as {1}.</source>
            <translation>«{0}» no se puede leer junto como {1}.</translation>
        </message>
        <message>
            <source>The Zena dialect of MRI Vault has no address of its own: it needs the one of your instance.</source>
            <translation>El dialecto Zena de MRI Vault no tiene dirección propia: necesita la de su instancia.</translation>
        </message>
        <message>
            <source>Give the base address, such as https://vault.example.com.</source>
            <translation>Dé la dirección base, como https://vault.example.com.</translation>
        </message>
        <message>
            <source>The list {0} has no end.</source>
            <translation>La lista {0} no tiene fin.</translation>
        </message>
        <message>
            <source>The stream of events leads back to itself, so its end cannot be found.</source>
            <translation>La secuencia de eventos vuelve sobre sí misma, así que no se encuentra su final.</translation>
        </message>
        <message>
            <source>MRI Vault has no deal of this id.</source>
            <translation>MRI Vault no tiene ninguna operación con este identificador.</translation>
        </message>
        <message>
            <source>This sale or lease is no longer the property's.</source>
            <translation>Esta venta o este alquiler ya no es del inmueble.</translation>
        </message>
        <message>
            <source>A commercial property has its deals beside its sale or lease.</source>
            <translation>Un inmueble comercial tiene sus operaciones aparte de su venta o alquiler.</translation>
        </message>
        <message>
            <source>It is a mere listing again: nothing was agreed upon, and nobody offers.</source>
            <translation>Vuelve a ser un simple anuncio: no se acordó nada y nadie ofrece.</translation>
        </message>
        <message>
            <source>This {0} is a deal in MRI Vault already.</source>
            <translation>{0} ya es una operación en MRI Vault.</translation>
        </message>
        <message>
            <source>MRI Vault ends a sale or lease in the property itself.</source>
            <translation>MRI Vault termina una venta o un alquiler en el propio inmueble.</translation>
        </message>
        <message>
            <source>The list of lives has no end.</source>
            <translation>La lista de vidas no tiene fin.</translation>
        </message>
        <message>
            <source>MRI Vault</source>
            <translation>MRI Vault</translation>
        </message>
        <message>
            <source>page_size is a number from 10 to {0}, not “{1}”.</source>
            <translation>page_size es un número de 10 a {0}, no «{1}».</translation>
        </message>
        <message>
            <source>MRI Vault knows no suburb “{0}”.</source>
            <translation>MRI Vault no conoce la localidad «{0}».</translation>
        </message>
        <message>
            <source>MRI Vault's API has no way to change this property of class “{0}”.</source>
            <translation>La API de MRI Vault no permite cambiar este inmueble de la clase «{0}».</translation>
        </message>
        <message>
            <source>MRI Vault has no class “{0}”.</source>
            <translation>MRI Vault no tiene la clase «{0}».</translation>
        </message>
        <message>
            <source>MRI Vault has this {0} nowhere to be changed: {1}</source>
            <translation>MRI Vault no tiene {0} en ningún sitio donde se pueda cambiar: {1}</translation>
        </message>
        <message>
            <source>MRI Vault answered with another record than the one asked for.</source>
            <translation>MRI Vault respondió con otro registro que el pedido.</translation>
        </message>
        <message>
            <source>MRI Vault has whole numbers as ids.</source>
            <translation>MRI Vault usa números enteros como identificadores.</translation>
        </message>
        <message>
            <source>MRI Vault shows “{0}” in a form that its API does not describe, so that it could not be put back: nothing was sent.</source>
            <translation>MRI Vault muestra «{0}» de una forma que su API no describe, así que no se podría devolver: no se envió nada.</translation>
        </message>
        <message>
            <source>Change it in MRI Vault itself, and tell us what it shows.</source>
            <translation>Cámbielo en MRI Vault mismo y díganos qué muestra.</translation>
        </message>
        <message>
            <source>There is no provider “{0}”.</source>
            <translation>No hay ningún proveedor «{0}».</translation>
        </message>
        <message>
            <source>`crmdesk providers` lists them.</source>
            <translation>`crmdesk providers` los muestra.</translation>
        </message>
        <message>
            <source>{0} cannot be connected yet.</source>
            <translation>{0} todavía no se puede conectar.</translation>
        </message>
        <message>
            <source>`crmdesk providers` lists what works.</source>
            <translation>`crmdesk providers` muestra lo que funciona.</translation>
        </message>
        <message>
            <source>{0} is one of {1}, or an address with https://, not “{2}”.</source>
            <translation>{0} es uno de {1}, o una dirección con https://, no «{2}».</translation>
        </message>
        <message>
            <source>{0} is the two letters of a country, such as AU, DE or US, not “{1}”.</source>
            <translation>{0} son las dos letras de un país, como AU, DE o US, no «{1}».</translation>
        </message>
        <message>
            <source>{0} has no setting “{1}”; it has {2}.</source>
            <translation>{0} no tiene el ajuste «{1}»; tiene {2}.</translation>
        </message>
        <message>
            <source>{0} is one of {1}, not “{2}”.</source>
            <translation>{0} es uno de {1}, no «{2}».</translation>
        </message>
        <message>
            <source>{0} needs its {1}.</source>
            <translation>{0} necesita: {1}.</translation>
        </message>
        <message>
            <source>This is {0}, not the {1} of {2}.</source>
            <translation>Esto es {0}, no {1} de {2}.</translation>
        </message>
        <message>
            <source>There is no mapping {0}.</source>
            <translation>No hay ninguna asignación {0}.</translation>
        </message>
        <message>
            <source>`crmdesk mappings` lists them.</source>
            <translation>`crmdesk mappings` las muestra.</translation>
        </message>
        <message>
            <source>There is no import {0}.</source>
            <translation>No hay ninguna importación {0}.</translation>
        </message>
        <message>
            <source>`crmdesk imports` lists them.</source>
            <translation>`crmdesk imports` las muestra.</translation>
        </message>
        <message>
            <source>There is no event {0}.</source>
            <translation>No hay ningún evento {0}.</translation>
        </message>
        <message>
            <source>link_by is {0}, with commas between several, or {1}, not “{2}”.</source>
            <translation>link_by es {0}, con comas entre varios, o {1}, no «{2}».</translation>
        </message>
        <message>
            <source>{0} has no {1} for the desk.</source>
            <translation>{0} no tiene {1} para este programa.</translation>
        </message>
        <message>
            <source>The file is damaged</source>
            <translation>El archivo está dañado</translation>
        </message>
        <message>
            <source>Get it once more from where it comes from.</source>
            <translation>Obténgalo de nuevo de donde viene.</translation>
        </message>
        <message>
            <source>The file could not be used</source>
            <translation>No se pudo usar el archivo</translation>
        </message>
        <message>
            <source>Check the file and try again.</source>
            <translation>Revise el archivo y vuelva a intentarlo.</translation>
        </message>
        <message>
            <source>The file is protected with a password</source>
            <translation>El archivo está protegido con contraseña</translation>
        </message>
        <message>
            <source>Open it where it was made and save it without a password.</source>
            <translation>Ábralo donde se hizo y guárdelo sin contraseña.</translation>
        </message>
        <message>
            <source>The file holds more than it can</source>
            <translation>El archivo contiene más de lo que puede</translation>
        </message>
        <message>
            <source>Split it, or export it anew with fewer columns.</source>
            <translation>Divídalo o expórtelo de nuevo con menos columnas.</translation>
        </message>
        <message>
            <source>The file was not recognised</source>
            <translation>No se reconoció el archivo</translation>
        </message>
        <message>
            <source>Save it as CSV, XLSX, JSON or vCard in the program it comes from.</source>
            <translation>Guárdelo como CSV, XLSX, JSON o vCard en el programa del que viene.</translation>
        </message>
        <message>
            <source>The changes since then are no longer told</source>
            <translation>Los cambios desde entonces ya no se comunican</translation>
        </message>
        <message>
            <source>Read the lists anew, and follow the feed from where it ends now.</source>
            <translation>Lea de nuevo las listas y siga los cambios desde donde terminan ahora.</translation>
        </message>
        <message>
            <source>“{0}” is no type of event.</source>
            <translation>«{0}» no es un tipo de evento.</translation>
        </message>
        <message>
            <source>A hook asks for one type of event at least.</source>
            <translation>Un hook pide al menos un tipo de evento.</translation>
        </message>
        <message>
            <source>The hook was not made</source>
            <translation>El hook no se creó</translation>
        </message>
        <message>
            <source>The types are {0}; contact.* is all of a kind, * is all.</source>
            <translation>Los tipos son {0}; contact.* son todos los de una clase, * son todos.</translation>
        </message>
        <message>
            <source>The secret of the hook to {0} is not in the vault.</source>
            <translation>El secreto del hook a {0} no está en el almacén de claves.</translation>
        </message>
        <message>
            <source>There are {0} hooks already.</source>
            <translation>Ya hay {0} hooks.</translation>
        </message>
        <message>
            <source>The card says no version; it was read as {0}.</source>
            <translation>La tarjeta no dice su versión; se leyó como {0}.</translation>
        </message>
        <message>
            <source>No such character set is known; another one was taken.</source>
            <translation>No se conoce tal juego de caracteres; se tomó otro.</translation>
        </message>
        <message>
            <source>No such version is known; it was read like the others.</source>
            <translation>No se conoce tal versión; se leyó como las demás.</translation>
        </message>
        <message>
            <source>It is no whole day.</source>
            <translation>No es un día entero.</translation>
        </message>
        <message>
            <source>Its name says so.</source>
            <translation>Lo dice su nombre.</translation>
        </message>
        <message>
            <source>Its name and number say so.</source>
            <translation>Lo dicen su nombre y su número.</translation>
        </message>
        <message>
            <source>{0} means that.</source>
            <translation>{0} significa eso.</translation>
        </message>
        <message>
            <source>The order of day and month is not known in {0}.</source>
            <translation>No se conoce el orden de día y mes en {0}.</translation>
        </message>
        <message>
            <source>The file was not read</source>
            <translation>El archivo no se leyó</translation>
        </message>
        <message>
            <source>Say it with --dates dmy, mdy or ymd.</source>
            <translation>Dígalo con --dates dmy, mdy o ymd.</translation>
        </message>
        <message>
            <source>It says why the row was rejected.</source>
            <translation>Dice por qué se rechazó la fila.</translation>
        </message>
        <message>
            <source>Another column is {0} already.</source>
            <translation>Otra columna ya es {0}.</translation>
        </message>
        <message>
            <source>It is part of another address.</source>
            <translation>Es parte de otra dirección.</translation>
        </message>
        <message>
            <source>The parts of the address are taken.</source>
            <translation>Las partes de la dirección ya están tomadas.</translation>
        </message>
        <message>
            <source>You said so.</source>
            <translation>Usted lo indicó.</translation>
        </message>
        <message>
            <source>{0} are both mapped to {1}, which holds one value.</source>
            <translation>{0} están asignadas a {1}, que contiene un solo valor.</translation>
        </message>
        <message>
            <source>Leave all but one of them out.</source>
            <translation>Deje fuera todas menos una.</translation>
        </message>
        <message>
            <source>“{0}” is not COLUMN=FIELD[:CODEC].</source>
            <translation>«{0}» no es COLUMNA=CAMPO[:CONVERSIÓN].</translation>
        </message>
        <message>
            <source>The file has no column “{0}”.</source>
            <translation>El archivo no tiene la columna «{0}».</translation>
        </message>
        <message>
            <source>It has {0}.</source>
            <translation>Tiene {0}.</translation>
        </message>
        <message>
            <source>{0} have no field “{1}”.</source>
            <translation>{0} no tienen el campo «{1}».</translation>
        </message>
        <message>
            <source>One of: {0}; or custom.NAME.</source>
            <translation>Puede ser: {0}; o custom.NOMBRE.</translation>
        </message>
        <message>
            <source>There is no codec “{0}”.</source>
            <translation>No hay ninguna conversión «{0}».</translation>
        </message>
        <message>
            <source>One of: {0}.</source>
            <translation>Puede ser: {0}.</translation>
        </message>
        <message>
            <source>comma</source>
            <translation>coma</translation>
        </message>
        <message>
            <source>semicolon</source>
            <translation>punto y coma</translation>
        </message>
        <message>
            <source>tab</source>
            <translation>tabulador</translation>
        </message>
        <message>
            <source>bar</source>
            <translation>barra vertical</translation>
        </message>
        <message>
            <source>The request was not carried out</source>
            <translation>La petición no se llevó a cabo</translation>
        </message>
        <message>
            <source>The request was not understood</source>
            <translation>No se entendió la petición</translation>
        </message>
        <message>
            <source>Send the path alone as the target, and one Host.</source>
            <translation>Envíe solo la ruta como destino, y un único Host.</translation>
        </message>
        <message>
            <source>The request is not addressed to this computer</source>
            <translation>La petición no va dirigida a este equipo</translation>
        </message>
        <message>
            <source>Use the address that `crmdesk api status` shows, as it stands there.</source>
            <translation>Use la dirección que muestra `crmdesk api status`, tal como está ahí.</translation>
        </message>
        <message>
            <source>This web page may not use the local API</source>
            <translation>Esta página web no puede usar la API local</translation>
        </message>
        <message>
            <source>Let it in with `crmdesk api origins add ORIGIN`, if you trust it with your contacts.</source>
            <translation>Admítala con `crmdesk api origins add ORIGIN` si le confía sus contactos.</translation>
        </message>
        <message>
            <source>The item changed since it was read</source>
            <translation>El elemento cambió desde que se leyó</translation>
        </message>
        <message>
            <source>Read it again, and send the change with its new ETag.</source>
            <translation>Vuelva a leerlo y envíe el cambio con su nuevo ETag.</translation>
        </message>
        <message>
            <source>A key is needed</source>
            <translation>Se necesita una clave</translation>
        </message>
        <message>
            <source>Send `Authorization: Bearer KEY`; `crmdesk api keys add` makes one.</source>
            <translation>Envíe `Authorization: Bearer CLAVE`; `crmdesk api keys add` crea una.</translation>
        </message>
        <message>
            <source>The key opens nothing</source>
            <translation>La clave no abre nada</translation>
        </message>
        <message>
            <source>Use a key that `crmdesk api keys list` shows as standing, or make a new one.</source>
            <translation>Use una clave que `crmdesk api keys list` muestre como vigente, o cree una nueva.</translation>
        </message>
        <message>
            <source>Somebody has that email already</source>
            <translation>Alguien ya tiene ese correo</translation>
        </message>
        <message>
            <source>Change that contact, or give the key `--known update`.</source>
            <translation>Cambie ese contacto o dé a la clave `--known update`.</translation>
        </message>
        <message>
            <source>That method is not for this path</source>
            <translation>Ese método no es para esta ruta</translation>
        </message>
        <message>
            <source>Use one of the methods that Allow names.</source>
            <translation>Use uno de los métodos que nombra Allow.</translation>
        </message>
        <message>
            <source>There is no answer yet</source>
            <translation>Todavía no hay respuesta</translation>
        </message>
        <message>
            <source>What was begun goes on.</source>
            <translation>Lo que se empezó sigue adelante.</translation>
        </message>
        <message>
            <source>Look at what became of it, or repeat it under the same Idempotency-Key.</source>
            <translation>Mire qué fue de ello o repítalo con la misma Idempotency-Key.</translation>
        </message>
        <message>
            <source>The local API could not be started</source>
            <translation>No se pudo iniciar la API local</translation>
        </message>
        <message>
            <source>Nothing was changed; the desk works without it.</source>
            <translation>No se ha cambiado nada; el programa funciona sin ella.</translation>
        </message>
        <message>
            <source>End the other program, or choose another port with `crmdesk api on --port P`.</source>
            <translation>Cierre el otro programa o elija otro puerto con `crmdesk api on --port P`.</translation>
        </message>
        <message>
            <source>`crmdesk api keys set NAME --scope LIST` changes what it may.</source>
            <translation>`crmdesk api keys set NOMBRE --scope LISTA` cambia lo que puede hacer.</translation>
        </message>
        <message>
            <source>The first request of that Idempotency-Key is not done yet</source>
            <translation>La primera petición con esa Idempotency-Key todavía no ha terminado</translation>
        </message>
        <message>
            <source>Repeat it in a moment.</source>
            <translation>Repítala en un momento.</translation>
        </message>
        <message>
            <source>The Idempotency-Key was used for another request</source>
            <translation>La Idempotency-Key se usó para otra petición</translation>
        </message>
        <message>
            <source>Use a new one for each new request.</source>
            <translation>Use una nueva para cada petición nueva.</translation>
        </message>
        <message>
            <source>The request is too large</source>
            <translation>La petición es demasiado grande</translation>
        </message>
        <message>
            <source>Send it in parts.</source>
            <translation>Envíela por partes.</translation>
        </message>
        <message>
            <source>Too many requests</source>
            <translation>Demasiadas peticiones</translation>
        </message>
        <message>
            <source>Wait as long as Retry-After says, then send it again.</source>
            <translation>Espere lo que dice Retry-After y envíela de nuevo.</translation>
        </message>
        <message>
            <source>The request did not come whole</source>
            <translation>La petición no llegó entera</translation>
        </message>
        <message>
            <source>Send it again.</source>
            <translation>Envíela de nuevo.</translation>
        </message>
        <message>
            <source>The type of the body is not taken</source>
            <translation>No se acepta el tipo del contenido</translation>
        </message>
        <message>
            <source>Send JSON with `Content-Type: application/json`.</source>
            <translation>Envíe JSON con `Content-Type: application/json`.</translation>
        </message>
        <message>
            <source>The file was changed while it was read</source>
            <translation>El archivo cambió mientras se leía</translation>
        </message>
        <message>
            <source>Import it anew when it is whole: whoever is here by then is known again.</source>
            <translation>Impórtelo de nuevo cuando esté entero: se reconoce a quien ya esté aquí.</translation>
        </message>
        <message>
            <source>The file was not written</source>
            <translation>No se escribió el archivo</translation>
        </message>
        <message>
            <source>What is there is unchanged.</source>
            <translation>Lo que hay ahí no ha cambiado.</translation>
        </message>
        <message>
            <source>Choose another name, or say that it may be replaced.</source>
            <translation>Elija otro nombre o indique que se puede reemplazar.</translation>
        </message>
        <message>
            <source>Nothing was left behind, and nothing that was there is changed.</source>
            <translation>No quedó nada atrás y no cambió nada de lo que había.</translation>
        </message>
        <message>
            <source>Choose a folder that you may write to, and close the file where it is open.</source>
            <translation>Elija una carpeta en la que pueda escribir y cierre el archivo donde esté abierto.</translation>
        </message>
        <message>
            <source>The import stopped</source>
            <translation>La importación se detuvo</translation>
        </message>
        <message>
            <source>What was imported before is there, whole, and can be taken back.</source>
            <translation>Lo que se importó antes está entero y se puede deshacer.</translation>
        </message>
        <message>
            <source>There is no room for the file</source>
            <translation>No hay sitio para el archivo</translation>
        </message>
        <message>
            <source>Free some room, or choose another disk.</source>
            <translation>Libere espacio o elija otro disco.</translation>
        </message>
        <message>
            <source>The CRM Desk that is open holds the profile, and serves the API itself while that is switched on.</source>
            <translation>El CRM Desk que está abierto usa el perfil y atiende él mismo la API mientras esté activada.</translation>
        </message>
        <message>
            <source>`crmdesk api on` switches it on there; or close that one first.</source>
            <translation>`crmdesk api on` la activa ahí; o cierre primero ese otro.</translation>
        </message>
        <message>
            <source>Start the local API</source>
            <translation>Iniciar la API local</translation>
        </message>
        <message>
            <source>{0} takes no changes in this way of connecting: it can only be read.</source>
            <translation>{0} no admite cambios con este modo de conexión: solo se puede leer.</translation>
        </message>
        <message>
            <source>{0} takes no new records in this way of connecting: what is here alone cannot be sent.</source>
            <translation>{0} no admite registros nuevos con este modo de conexión: lo que solo está aquí no se puede enviar.</translation>
        </message>
        <message>
            <source>“{0}” reads the same file.</source>
            <translation>«{0}» lee el mismo archivo.</translation>
        </message>
        <message>
            <source>All of it is as it was before.</source>
            <translation>Todo está como estaba antes.</translation>
        </message>
        <message>
            <source>“{0}” is no colour of a tag.</source>
            <translation>«{0}» no es un color de etiqueta.</translation>
        </message>
        <message>
            <source>The colour was not changed</source>
            <translation>El color no se cambió</translation>
        </message>
        <message>
            <source>One of {0}.</source>
            <translation>Uno de estos: {0}.</translation>
        </message>
        <message>
            <source>The name {0} does not tell a format.</source>
            <translation>El nombre {0} no indica ningún formato.</translation>
        </message>
        <message>
            <source>Use --format, or one of {0}.</source>
            <translation>Use --format o uno de {0}.</translation>
        </message>
        <message>
            <source>{0} have no cards.</source>
            <translation>{0} no tienen tarjetas.</translation>
        </message>
        <message>
            <source>Use one of {0}.</source>
            <translation>Use uno de {0}.</translation>
        </message>
        <message>
            <source>A card is written whole, so fields cannot be chosen.</source>
            <translation>Una tarjeta se escribe entera, así que no se pueden elegir campos.</translation>
        </message>
        <message>
            <source>Leave out --fields.</source>
            <translation>Quite --fields.</translation>
        </message>
        <message>
            <source>The file is to lie outside of the profile's own files.</source>
            <translation>El archivo debe estar fuera de los archivos del propio perfil.</translation>
        </message>
        <message>
            <source>Choose another folder.</source>
            <translation>Elija otra carpeta.</translation>
        </message>
        <message>
            <source>What waits was changed again and again meanwhile.</source>
            <translation>Lo que espera se cambió una y otra vez entretanto.</translation>
        </message>
        <message>
            <source>Hand it over once more.</source>
            <translation>Entréguelo una vez más.</translation>
        </message>
        <message>
            <source>{0} takes no changes as a file.</source>
            <translation>{0} no acepta cambios en un archivo.</translation>
        </message>
        <message>
            <source>Nothing was handed over</source>
            <translation>No se entregó nada</translation>
        </message>
        <message>
            <source>{0} reads that place, and would take the file for an export.</source>
            <translation>{0} lee ese lugar y tomaría el archivo por una exportación.</translation>
        </message>
        <message>
            <source>Nothing waits to be handed over to {0}.</source>
            <translation>Nada espera a ser entregado a {0}.</translation>
        </message>
        <message>
            <source>No file was written</source>
            <translation>No se escribió ningún archivo</translation>
        </message>
        <message>
            <source>What was handed over already waits for the next export, or can be tried again.</source>
            <translation>Lo que ya se entregó espera la próxima exportación, o se puede volver a intentar.</translation>
        </message>
        <message>
            <source>“{0}” is no encoding of cards.</source>
            <translation>«{0}» no es una codificación de tarjetas.</translation>
        </message>
        <message>
            <source>Use a name such as windows-1251 or shift_jis.</source>
            <translation>Use un nombre como windows-1251 o shift_jis.</translation>
        </message>
        <message>
            <source>{0} is not what it was when it was opened.</source>
            <translation>{0} no es lo que era cuando se abrió.</translation>
        </message>
        <message>
            <source>What was pasted could not be kept: {0}.</source>
            <translation>No se pudo conservar lo pegado: {0}.</translation>
        </message>
        <message>
            <source>The import of {0} stopped after {1} rows</source>
            <translation>La importación de {0} se detuvo tras {1} filas</translation>
        </message>
        <message>
            <source>Item {0} is no longer as it was when that ETag was given.</source>
            <translation>El elemento {0} ya no está como cuando se dio ese ETag.</translation>
        </message>
        <message>
            <source>{0} refused the sign-in.</source>
            <translation>{0} rechazó el inicio de sesión.</translation>
        </message>
        <message>
            <source>{0} is paused.</source>
            <translation>{0} está en pausa.</translation>
        </message>
        <message>
            <source>There is a key “{0}” already.</source>
            <translation>Ya hay una clave «{0}».</translation>
        </message>
        <message>
            <source>Choose another name, or revoke that one.</source>
            <translation>Elija otro nombre o revoque esa.</translation>
        </message>
        <message>
            <source>A port is a number from 1 to 65535.</source>
            <translation>Un puerto es un número de 1 a 65535.</translation>
        </message>
        <message>
            <source>The local API was not switched on</source>
            <translation>La API local no se activó</translation>
        </message>
        <message>
            <source>A key has a name.</source>
            <translation>Una clave tiene un nombre.</translation>
        </message>
        <message>
            <source>The key was not made</source>
            <translation>La clave no se creó</translation>
        </message>
        <message>
            <source>There is no scope {0}.</source>
            <translation>No hay ningún permiso {0}.</translation>
        </message>
        <message>
            <source>There are {0}.</source>
            <translation>Hay {0}.</translation>
        </message>
        <message>
            <source>A key may do something, or it is none.</source>
            <translation>Una clave permite algo; si no, no es una clave.</translation>
        </message>
        <message>
            <source>A known email is refused or updated, not “{0}”.</source>
            <translation>Un correo conocido se rechaza o se actualiza (refuse, update), no «{0}».</translation>
        </message>
        <message>
            <source>A key may make at least one request a minute.</source>
            <translation>Una clave puede hacer al menos una petición por minuto.</translation>
        </message>
        <message>
            <source>“{0}” is no origin.</source>
            <translation>«{0}» no es el origen de una página web.</translation>
        </message>
        <message>
            <source>Write it as https://example.com, with its port.</source>
            <translation>Escríbalo como https://example.com, con su puerto.</translation>
        </message>
        <message>
            <source>It came before with another method, path or body.</source>
            <translation>Ya llegó con otro método, otra ruta u otro contenido.</translation>
        </message>
        <message>
            <source>“{0}” was not let in.</source>
            <translation>«{0}» no estaba admitido.</translation>
        </message>
        <message>
            <source>`crmdesk api origins list` lists them.</source>
            <translation>`crmdesk api origins list` los muestra.</translation>
        </message>
        <message>
            <source>Name the host under which your tunnel or relay asks, such as desk.example.com.</source>
            <translation>Diga el nombre con el que pregunta su túnel o repetidor, como desk.example.com.</translation>
        </message>
        <message>
            <source>That account has no address for nudges.</source>
            <translation>Esa cuenta no tiene dirección para recibir avisos.</translation>
        </message>
        <message>
            <source>Contact {0} has that email.</source>
            <translation>El contacto {0} tiene ese correo.</translation>
        </message>
        <message>
            <source>This sign-in opens {0} accounts of {1}.</source>
            <translation>Este inicio de sesión abre {0} cuentas de {1}.</translation>
        </message>
        <message>
            <source>It holds nothing that could be imported.</source>
            <translation>No contiene nada que se pueda importar.</translation>
        </message>
        <message>
            <source>Several of yours could be meant.</source>
            <translation>Podría referirse a varios de los suyos.</translation>
        </message>
        <message>
            <source>Nobody like that is here, and new ones are not wanted.</source>
            <translation>No hay nadie así aquí, y no se quieren nuevos.</translation>
        </message>
        <message>
            <source>It is here already.</source>
            <translation>Ya está aquí.</translation>
        </message>
        <message>
            <source>It is in the trash here.</source>
            <translation>Está aquí en la papelera.</translation>
        </message>
        <message>
            <source>Yours was kept.</source>
            <translation>Se conservó el suyo.</translation>
        </message>
        <message>
            <source>The order is as the CRM gives it, and cannot be changed from here.</source>
            <translation>El orden lo da el CRM y no se puede cambiar desde aquí.</translation>
        </message>
        <message>
            <source>A closing bracket is missing.</source>
            <translation>Falta un paréntesis de cierre.</translation>
        </message>
        <message>
            <source>Something is missing at the end.</source>
            <translation>Falta algo al final.</translation>
        </message>
        <message>
            <source>A card inside of a card stays in it.</source>
            <translation>Una tarjeta dentro de otra se queda en ella.</translation>
        </message>
        <message>
            <source>A blank line stays where it is.</source>
            <translation>Una línea en blanco se queda donde está.</translation>
        </message>
        <message>
            <source>A comment stays where it is.</source>
            <translation>Un comentario se queda donde está.</translation>
        </message>
        <message>
            <source>This line has no colon: it is kept, and read as nothing.</source>
            <translation>Esta línea no tiene dos puntos: se conserva y no se lee.</translation>
        </message>
        <message>
            <source>It holds nothing that tells who it is about.</source>
            <translation>No contiene nada que diga de quién se trata.</translation>
        </message>
        <message>
            <source>This is not a card as jCard has it.</source>
            <translation>Esto no es una tarjeta como las de jCard.</translation>
        </message>
        <message>
            <source>The picture cannot be decoded; its text is kept.</source>
            <translation>La imagen no se puede descodificar; se conserva su texto.</translation>
        </message>
        <message>
            <source>The card has no end: the file may have been cut off.</source>
            <translation>La tarjeta no tiene final: puede que el archivo esté cortado.</translation>
        </message>
        <message>
            <source>This stands outside of any card.</source>
            <translation>Esto está fuera de toda tarjeta.</translation>
        </message>
        <message>
            <source>No cell tells day from month.</source>
            <translation>Ninguna celda distingue el día del mes.</translation>
        </message>
        <message>
            <source>The program that wrote the file has this order.</source>
            <translation>El programa que escribió el archivo usa este orden.</translation>
        </message>
        <message>
            <source>“{0}” has the day first, “{1}” the month.</source>
            <translation>«{0}» lleva primero el día y «{1}», el mes.</translation>
        </message>
        <message>
            <source>Points between the parts are used where the day comes first, but no cell proves it.</source>
            <translation>Los puntos entre las partes se usan donde el día va primero, pero ninguna celda lo demuestra.</translation>
        </message>
        <message>
            <source>“{0}” proves it.</source>
            <translation>«{0}» lo demuestra.</translation>
        </message>
        <message>
            <source>Each names its year first, or its month in words.</source>
            <translation>Todas indican primero el año, o el mes con letras.</translation>
        </message>
        <message>
            <source>It has no name, company, email or phone, and no other row of its contact has one.</source>
            <translation>No tiene nombre, empresa, correo ni teléfono, y ninguna otra fila de su contacto los tiene.</translation>
        </message>
        <message>
            <source>This desk wrote it.</source>
            <translation>Lo escribió este programa.</translation>
        </message>
        <message>
            <source>“{0}” is what a spreadsheet left of a longer number: its last digits are gone.</source>
            <translation>«{0}» es lo que una hoja de cálculo dejó de un número más largo: faltan sus últimas cifras.</translation>
        </message>
        <message>
            <source>It is no object of texts.</source>
            <translation>No es un objeto de textos.</translation>
        </message>
        <message>
            <source>{0} is no date, so “{1}” says nothing of {2}.</source>
            <translation>{0} no es una fecha, así que «{1}» no dice nada de {2}.</translation>
        </message>
        <message>
            <source>{0} holds one value, so {1} is not split into several.</source>
            <translation>{0} contiene un solo valor, así que {1} no se divide en varios.</translation>
        </message>
        <message>
            <source>{0} is what the desk finds out by itself; a file cannot say it.</source>
            <translation>{0} lo averigua el propio programa; un archivo no puede decirlo.</translation>
        </message>
        <message>
            <source>Most rows have {0} cells with a {1} between them.</source>
            <translation>La mayoría de las filas tiene {0} celdas si las separa esto: {1}.</translation>
        </message>
        <message>
            <source>With a {0} they would have {1}.</source>
            <translation>Con este otro signo ({0}) tendrían {1}.</translation>
        </message>
        <message>
            <source>The first line of the file names it.</source>
            <translation>Lo indica la primera línea del archivo.</translation>
        </message>
        <message>
            <source>No sign parts the rows into cells: it looks like one column.</source>
            <translation>Ningún signo divide las filas en celdas: parece una sola columna.</translation>
        </message>
        <message>
            <source>It is not UTF-8. This is what its letters look most like: check the samples.</source>
            <translation>No es UTF-8. Es lo que más se parece a sus letras: compruebe los ejemplos.</translation>
        </message>
        <message>
            <source>{0} lines are valid UTF-8; {1} are not, and are told one by one.</source>
            <translation>{0} líneas son UTF-8 válido; {1} no lo son y se indican una a una.</translation>
        </message>
        <message>
            <source>Every other byte is zero, as in UTF-16.</source>
            <translation>Un byte de cada dos es cero, como en UTF-16.</translation>
        </message>
        <message>
            <source>It holds plain letters only.</source>
            <translation>Solo contiene letras simples.</translation>
        </message>
        <message>
            <source>All of it is valid UTF-8.</source>
            <translation>Todo es UTF-8 válido.</translation>
        </message>
        <message>
            <source>There is no encoding “{0}”.</source>
            <translation>No hay ninguna codificación «{0}».</translation>
        </message>
        <message>
            <source>The file says so at its start.</source>
            <translation>El archivo lo dice al principio.</translation>
        </message>
        <message>
            <source>No row looks like names of columns.</source>
            <translation>Ninguna fila parece contener nombres de columnas.</translation>
        </message>
        <message>
            <source>There is no row.</source>
            <translation>No hay ninguna fila.</translation>
        </message>
        <message>
            <source>{0} of its {1} names are known.</source>
            <translation>Se conocen {0} de sus {1} nombres.</translation>
        </message>
        <message>
            <source>It holds names, no data.</source>
            <translation>Contiene nombres, no datos.</translation>
        </message>
        <message>
            <source>Line {0} is longer than 64 million characters.</source>
            <translation>La línea {0} tiene más de 64 millones de caracteres.</translation>
        </message>
        <message>
            <source>Behind object {0} stands something that is no object.</source>
            <translation>Tras el objeto {0} hay algo que no es un objeto.</translation>
        </message>
        <message>
            <source>Object {0} is nested too deeply.</source>
            <translation>El objeto {0} está anidado a demasiada profundidad.</translation>
        </message>
        <message>
            <source>The list of objects breaks off.</source>
            <translation>La lista de objetos se interrumpe.</translation>
        </message>
        <message>
            <source>Object {0} breaks off, or is no JSON.</source>
            <translation>El objeto {0} se interrumpe o no es JSON.</translation>
        </message>
        <message>
            <source>Object {0} is larger than 64 million characters.</source>
            <translation>El objeto {0} tiene más de 64 millones de caracteres.</translation>
        </message>
        <message>
            <source>The row is hidden in the sheet.</source>
            <translation>La fila está oculta en la hoja.</translation>
        </message>
        <message>
            <source>It has {0} cells, the header names {1}: a delimiter or a quote too many?</source>
            <translation>Tiene {0} celdas y el encabezado nombra {1}: ¿sobra un separador o unas comillas?</translation>
        </message>
        <message>
            <source>It was chosen.</source>
            <translation>Se eligió así.</translation>
        </message>
        <message>
            <source>Each object names its own members.</source>
            <translation>Cada objeto nombra sus propios miembros.</translation>
        </message>
        <message>
            <source>The file is empty.</source>
            <translation>El archivo está vacío.</translation>
        </message>
        <message>
            <source>Choose a file with at least one row.</source>
            <translation>Elija un archivo con al menos una fila.</translation>
        </message>
        <message>
            <source>It is a workbook in the old XLS format, or a document of Office.</source>
            <translation>Es un libro en el antiguo formato XLS o un documento de Office.</translation>
        </message>
        <message>
            <source>Save it as XLSX or CSV there.</source>
            <translation>Guárdelo ahí como XLSX o CSV.</translation>
        </message>
        <message>
            <source>It is a PDF, which holds no table.</source>
            <translation>Es un PDF, que no contiene ninguna tabla.</translation>
        </message>
        <message>
            <source>It is a web page or XML, whatever its name says.</source>
            <translation>Es una página web o XML, diga lo que diga su nombre.</translation>
        </message>
        <message>
            <source>Open it in a spreadsheet and save it as XLSX.</source>
            <translation>Ábralo en una hoja de cálculo y guárdelo como XLSX.</translation>
        </message>
        <message>
            <source>It holds no text and is no workbook.</source>
            <translation>No contiene texto y no es un libro.</translation>
        </message>
        <message>
            <source>Line {0} is none that could be the header.</source>
            <translation>La línea {0} no puede ser la cabecera.</translation>
        </message>
        <message>
            <source>The workbook has no sheet with cells.</source>
            <translation>El libro no tiene ninguna hoja con celdas.</translation>
        </message>
        <message>
            <source>There is no sheet “{0}”.</source>
            <translation>No hay ninguna hoja «{0}».</translation>
        </message>
        <message>
            <source>No sheet of the workbook holds a row.</source>
            <translation>Ninguna hoja del libro contiene una fila.</translation>
        </message>
        <message>
            <source>It holds no {0} of JSON objects.</source>
            <translation>No contiene ningún {0} de objetos JSON.</translation>
        </message>
        <message>
            <source>It is a workbook that only opens with its password.</source>
            <translation>Es un libro que solo se abre con su contraseña.</translation>
        </message>
        <message>
            <source>A delimiter is one sign, not “{0}”.</source>
            <translation>Un separador es un solo carácter, no «{0}».</translation>
        </message>
        <message>
            <source>A quote is opened in line {0} and never closed.</source>
            <translation>En la línea {0} se abren unas comillas que nunca se cierran.</translation>
        </message>
        <message>
            <source>It holds a NUL character, which no text has.</source>
            <translation>Contiene un carácter NUL, que ningún texto tiene.</translation>
        </message>
        <message>
            <source>It holds letters that are not in the encoding of the file ({0}).</source>
            <translation>Contiene letras que no existen en la codificación del archivo ({0}).</translation>
        </message>
        <message>
            <source>Row {0} is longer than 64 million characters.</source>
            <translation>La fila {0} tiene más de 64 millones de caracteres.</translation>
        </message>
        <message>
            <source>It declares a document type, which no workbook does; it is not read further.</source>
            <translation>Declara un tipo de documento, cosa que ningún libro hace; no se sigue leyendo.</translation>
        </message>
        <message>
            <source>It is a ZIP file with a password.</source>
            <translation>Es un archivo ZIP con contraseña.</translation>
        </message>
        <message>
            <source>Unpacked it would be {0} MB, out of {1} MB: no table is.</source>
            <translation>Descomprimido ocuparía {0} MB, desde {1} MB: ninguna tabla es así.</translation>
        </message>
        <message>
            <source>It is a ZIP file, but no workbook.</source>
            <translation>Es un archivo ZIP, pero no un libro.</translation>
        </message>
        <message>
            <source>It begins like a ZIP file and is none ({0}).</source>
            <translation>Empieza como un archivo ZIP y no lo es ({0}).</translation>
        </message>
        <message>
            <source>Its part {0} is missing.</source>
            <translation>Le falta la parte {0}.</translation>
        </message>
        <message>
            <source>Its part {0} cannot be read: {1}.</source>
            <translation>Su parte {0} no se puede leer: {1}.</translation>
        </message>
        <message>
            <source>Its part {0} cannot be unpacked ({1}).</source>
            <translation>Su parte {0} no se puede descomprimir ({1}).</translation>
        </message>
        <message>
            <source>It has more than {0} sheets.</source>
            <translation>Tiene más de {0} hojas.</translation>
        </message>
        <message>
            <source>A sheet holds {0} columns, not {1}.</source>
            <translation>En una hoja caben {0} columnas, no {1}.</translation>
        </message>
        <message>
            <source>A sheet holds {0} rows.</source>
            <translation>En una hoja caben {0} filas.</translation>
        </message>
        <message>
            <source>Export fewer, or as CSV.</source>
            <translation>Exporte menos, o como CSV.</translation>
        </message>
        <message>
            <source>Dex does not let this account use its API, which needs the Professional plan.</source>
            <translation>Dex no deja que esta cuenta use su API, que requiere el plan Professional.</translation>
        </message>
        <message>
            <source>What tells its contacts apart is no column, so that nothing can be handed over.</source>
            <translation>Lo que distingue sus contactos no es una columna, así que no se puede entregar nada.</translation>
        </message>
        <message>
            <source>Cards are told apart by {0}, {1} or {2}, not by “{3}”.</source>
            <translation>Las tarjetas se distinguen por {0}, {1} o {2}, no por «{3}».</translation>
        </message>
        <message>
            <source>The setting “columns” is none that was found out.</source>
            <translation>El ajuste «columns» no es uno que se haya averiguado.</translation>
        </message>
        <message>
            <source>Forget it with --set columns= and test the account.</source>
            <translation>Olvídelo con --set columns= y pruebe la cuenta.</translation>
        </message>
        <message>
            <source>No file was named.</source>
            <translation>No se nombró ningún archivo.</translation>
        </message>
        <message>
            <source>Give path=FILE.</source>
            <translation>Dé path=ARCHIVO.</translation>
        </message>
        <message>
            <source>It is a file, which is read and never changed.</source>
            <translation>Es un archivo, que se lee y nunca se modifica.</translation>
        </message>
        <message>
            <source>A file is read as a whole, not contact by contact.</source>
            <translation>Un archivo se lee entero, no contacto por contacto.</translation>
        </message>
        <message>
            <source>A file has no {0} for the desk.</source>
            <translation>Un archivo no tiene {0} para este programa.</translation>
        </message>
        <message>
            <source>The file holds cards, not a table.</source>
            <translation>El archivo contiene tarjetas, no una tabla.</translation>
        </message>
        <message>
            <source>Choose the kind of file “cards”.</source>
            <translation>Elija «tarjetas» como tipo de archivo.</translation>
        </message>
        <message>
            <source>The file has no contact.</source>
            <translation>El archivo no tiene ningún contacto.</translation>
        </message>
        <message>
            <source>Export it anew. Nothing was changed here.</source>
            <translation>Expórtelo de nuevo. Aquí no se cambió nada.</translation>
        </message>
        <message>
            <source>Put the file there; it is read at the next sync.</source>
            <translation>Ponga el archivo allí; se leerá en la próxima sincronización.</translation>
        </message>
        <message>
            <source>No file in {0} is called {1}.</source>
            <translation>Ningún archivo de {0} se llama {1}.</translation>
        </message>
        <message>
            <source>{0} is no file.</source>
            <translation>{0} no es un archivo.</translation>
        </message>
        <message>
            <source>Choose a file; for a folder choose “the newest of a folder”.</source>
            <translation>Elija un archivo; para una carpeta, elija «el más reciente de una carpeta».</translation>
        </message>
        <message>
            <source>{0} is not there.</source>
            <translation>{0} no está.</translation>
        </message>
        <message>
            <source>{0} may not be read: it is locked, or belongs to somebody else.</source>
            <translation>{0} no se puede leer: está bloqueado o es de otra persona.</translation>
        </message>
        <message>
            <source>{0} is being written.</source>
            <translation>{0} se está escribiendo.</translation>
        </message>
        <message>
            <source>It is read once it is whole.</source>
            <translation>Se lee en cuanto esté entero.</translation>
        </message>
        <message>
            <source>The file has not the columns of an export of {0}.</source>
            <translation>El archivo no tiene las columnas de una exportación de {0}.</translation>
        </message>
        <message>
            <source>Export all columns there, or connect it as a file, whose columns can be mapped by hand.</source>
            <translation>Exporte ahí todas las columnas, o conéctelo como archivo, cuyas columnas se pueden asignar a mano.</translation>
        </message>
        <message>
            <source>The file holds {0}, not contacts.</source>
            <translation>El archivo contiene {0}, no contactos.</translation>
        </message>
        <message>
            <source>Choose another file.</source>
            <translation>Elija otro archivo.</translation>
        </message>
        <message>
            <source>Give dates=dmy, dates=mdy or dates=ymd.</source>
            <translation>Dé dates=dmy, dates=mdy o dates=ymd.</translation>
        </message>
        <message>
            <source>No column of the file is one that the desk knows.</source>
            <translation>Este programa no conoce ninguna columna del archivo.</translation>
        </message>
        <message>
            <source>Map one with map.FIELD=COLUMN, or choose another.</source>
            <translation>Asigne una con map.CAMPO=COLUMNA o elija otro archivo.</translation>
        </message>
        <message>
            <source>The file holds no card.</source>
            <translation>El archivo no contiene ninguna tarjeta.</translation>
        </message>
        <message>
            <source>{0} is empty, and was not before: it may lie on a disk that is not there now.</source>
            <translation>{0} está vacío y antes no lo estaba: puede que esté en un disco que ahora no está.</translation>
        </message>
        <message>
            <source>{0} cannot be written in {1}: {2}.</source>
            <translation>{0} no se puede escribir en {1}: {2}.</translation>
        </message>
        <message>
            <source>A folder of cards has no events.</source>
            <translation>Una carpeta de tarjetas no tiene eventos.</translation>
        </message>
        <message>
            <source>A folder of cards has no {0}.</source>
            <translation>Una carpeta de tarjetas no tiene {0}.</translation>
        </message>
        <message>
            <source>Connect that disk. If you emptied the folder, remove the account here.</source>
            <translation>Conecte ese disco. Si vació la carpeta, quite aquí la cuenta.</translation>
        </message>
        <message>
            <source>“{0}” is no name of a card in this folder.</source>
            <translation>«{0}» no es el nombre de una tarjeta de esta carpeta.</translation>
        </message>
        <message>
            <source>{0} was changed by another program meanwhile.</source>
            <translation>Otro programa ha modificado {0} entretanto.</translation>
        </message>
        <message>
            <source>{0} may not be written in {1}.</source>
            <translation>{0} no se puede escribir en {1}.</translation>
        </message>
        <message>
            <source>Allow yourself to write there.</source>
            <translation>Dese permiso para escribir ahí.</translation>
        </message>
        <message>
            <source>{0} is not in the folder any more.</source>
            <translation>{0} ya no está en la carpeta.</translation>
        </message>
        <message>
            <source>An earlier try has made that card.</source>
            <translation>Un intento anterior creó esa tarjeta.</translation>
        </message>
        <message>
            <source>Flex keeps {0} lines of a street.</source>
            <translation>Flex guarda {0} líneas de una calle.</translation>
        </message>
        <message>
            <source>Sync again; if it stays so, test the account, which finds out anew how its pages are counted.</source>
            <translation>Sincronice de nuevo; si sigue igual, pruebe la cuenta: así se averigua otra vez cómo se cuentan sus páginas.</translation>
        </message>
        <message>
            <source>Do it in Flex itself; testing the account finds out anew what its API has.</source>
            <translation>Hágalo en el propio Flex; al probar la cuenta se averigua otra vez qué ofrece su API.</translation>
        </message>
        <message>
            <source>{0} (HTTP 404 to {1}, though the contact is there).</source>
            <translation>{0} (HTTP 404 a {1}, aunque el contacto existe).</translation>
        </message>
        <message>
            <source>{0} answered with another record than the one asked for.</source>
            <translation>{0} respondió con un registro distinto del que se pidió.</translation>
        </message>
        <message>
            <source>The record has no id.</source>
            <translation>El registro no tiene identificador.</translation>
        </message>
        <message>
            <source>The record's id is {0}.</source>
            <translation>El identificador del registro es {0}.</translation>
        </message>
        <message>
            <source>An address is needed as in “12/34 Rathdowne St, Carlton”.</source>
            <translation>Hace falta una dirección como «12/34 Rathdowne St, Carlton».</translation>
        </message>
        <message>
            <source>The property was made, but not all of it was sent: {0}</source>
            <translation>Se creó el inmueble, pero no se envió todo: {0}</translation>
        </message>
        <message>
            <source>The property has no {0} there, as it is not for sale</source>
            <translation>El inmueble no tiene allí {0}, porque no está en venta</translation>
        </message>
        <message>
            <source>MRI Vault's search by email does not show who may edit this contact, and the change would empty that: nothing was sent.</source>
            <translation>La búsqueda por correo de MRI Vault no muestra quién puede editar este contacto, y el cambio lo vaciaría: no se envió nada.</translation>
        </message>
        <message>
            <source>Give the key the right to search contacts and send it again, or change the contact in MRI Vault itself.</source>
            <translation>Dé a la clave el permiso de buscar contactos y envíelo de nuevo, o cambie el contacto en el propio MRI Vault.</translation>
        </message>
        <message>
            <source>MRI Vault's API changes no address of the United Kingdom</source>
            <translation>La API de MRI Vault no cambia ninguna dirección del Reino Unido</translation>
        </message>
        <message>
            <source>A path begins at the root of the disk; “{}” does not.</source>
            <translation>Una ruta empieza en la raíz del disco; «{}» no.</translation>
        </message>
        <message>
            <source>{0} has it already, by its email or phone.</source>
            <translation>{0} ya lo tiene, por su correo o teléfono.</translation>
        </message>
        <message>
            <source>The desk only reads {0} in {1}.</source>
            <translation>{0} en {1} solo se lee.</translation>
        </message>
        <message>
            <source>REX_MOCK=1 stands for the demo Rex, and this is not its address.</source>
            <translation>REX_MOCK=1 designa el Rex de demostración, y esta no es su dirección.</translation>
        </message>
        <message>
            <source>Leave the addresses out: the demo Rex starts by itself.</source>
            <translation>Quite las direcciones: el Rex de demostración se inicia solo.</translation>
        </message>
        <message>
            <source>This user belongs to several accounts of Rex.</source>
            <translation>Este usuario pertenece a varias cuentas de Rex.</translation>
        </message>
        <message>
            <source>Set account_id to the number of the one to be connected.</source>
            <translation>Ponga account_id con el número de la cuenta que se debe conectar.</translation>
        </message>
        <message>
            <source>Rex's contact list can only be read; its services (api=rpc) can be written.</source>
            <translation>La lista de contactos de Rex solo se puede leer; en sus servicios (api=rpc) se puede escribir.</translation>
        </message>
        <message>
            <source>Rex reports an error: {0}</source>
            <translation>Rex informa de un error: {0}</translation>
        </message>
        <message>
            <source>Rex's contacts have numbers, not “{0}”.</source>
            <translation>Los contactos de Rex tienen números, no «{0}».</translation>
        </message>
        <message>
            <source>The contact lies in Rex's trash.</source>
            <translation>El contacto está en la papelera de Rex.</translation>
        </message>
        <message>
            <source>This Rex takes a source by its number alone, which the desk does not know.</source>
            <translation>Este Rex solo admite una fuente por su número, que el programa no conoce.</translation>
        </message>
        <message>
            <source>The change was sent, but its answer was not understood: {0}</source>
            <translation>El cambio se envió, pero no se entendió la respuesta: {0}</translation>
        </message>
        <message>
            <source>{0} did not understand the request (HTTP {1}){2}</source>
            <translation>{0} no entendió la petición (HTTP {1}){2}</translation>
        </message>
        <message>
            <source>{0} answered that the {1} is missing, wrong, expired or revoked{2}</source>
            <translation>{0} respondió que la credencial falta, es incorrecta, ha caducado o se ha revocado ({1}){2}</translation>
        </message>
        <message>
            <source>Reconnect the account with a valid {0}.</source>
            <translation>Reconecte la cuenta con credenciales válidas ({0}).</translation>
        </message>
        <message>
            <source>{0} has no such list (HTTP {1}){2}</source>
            <translation>{0} no tiene tal lista (HTTP {1}){2}</translation>
        </message>
        <message>
            <source>{0} refused the change{1}</source>
            <translation>{0} rechazó el cambio{1}</translation>
        </message>
        <message>
            <source>{0} had too many requests of this account{1}</source>
            <translation>{0} tuvo demasiadas peticiones de esta cuenta{1}</translation>
        </message>
        <message>
            <source>{0} failed (HTTP {1}) after the change was sent.</source>
            <translation>{0} falló (HTTP {1}) después de enviar el cambio.</translation>
        </message>
        <message>
            <source>{0} is not working at the moment (HTTP {1}).</source>
            <translation>{0} no funciona en este momento (HTTP {1}).</translation>
        </message>
        <message>
            <source>{0} points to another address, which is not followed.</source>
            <translation>{0} apunta a otra dirección, que no se sigue.</translation>
        </message>
        <message>
            <source>{0} takes no such change (HTTP 405){1}</source>
            <translation>{0} no acepta tal cambio (HTTP 405){1}</translation>
        </message>
        <message>
            <source>{0} refused the values{1}</source>
            <translation>{0} rechazó los valores{1}</translation>
        </message>
        <message>
            <source>The proxy that is set on this computer cannot be used: {0}</source>
            <translation>El proxy configurado en este equipo no se puede usar: {0}</translation>
        </message>
        <message>
            <source>Set HTTPS_PROXY to an http:// proxy, or unset ALL_PROXY.</source>
            <translation>Ponga HTTPS_PROXY con un proxy http:// o quite ALL_PROXY.</translation>
        </message>
        <message>
            <source>The redirect address leads to {0}, not to this computer: the answer would never arrive.</source>
            <translation>La dirección de retorno lleva a {0}, no a este equipo: la respuesta nunca llegaría.</translation>
        </message>
        <message>
            <source>Register http://127.0.0.1 with a port in the CRM and set it as redirect_uri, or leave it unset.</source>
            <translation>Registre en el CRM http://127.0.0.1 con un puerto y póngalo como redirect_uri, o déjelo sin definir.</translation>
        </message>
        <message>
            <source>The redirect address is written http://127.0.0.1:PORT/PATH, without anything behind it.</source>
            <translation>La dirección de retorno se escribe http://127.0.0.1:PUERTO/RUTA, sin nada detrás.</translation>
        </message>
        <message>
            <source>Register such an address in the CRM and set it as redirect_uri, or leave it unset.</source>
            <translation>Registre en el CRM una dirección así y póngala como redirect_uri, o déjelo sin definir.</translation>
        </message>
        <message>
            <source>The redirect address “{0}” is no address.</source>
            <translation>La dirección de retorno «{0}» no es una dirección.</translation>
        </message>
        <message>
            <source>Port {0} of the redirect address is taken: {1}.</source>
            <translation>El puerto {0} de la dirección de retorno está ocupado: {1}.</translation>
        </message>
        <message>
            <source>End the program that holds it, or register and set another loopback address.</source>
            <translation>Cierre el programa que lo usa, o registre y ponga otro puerto de este equipo.</translation>
        </message>
        <message>
            <source>Check the token address of the account; if it is right, try again later.</source>
            <translation>Compruebe la dirección de tokens de la cuenta; si es correcta, inténtelo más tarde.</translation>
        </message>
        <message>
            <source>Sign in again: the desk opens the browser for it.</source>
            <translation>Inicie sesión de nuevo: el programa abre el navegador para ello.</translation>
        </message>
        <message>
            <source>{0} gave no access.</source>
            <translation>{0} no dio acceso.</translation>
        </message>
        <message>
            <source>Nobody has signed in to {0} in the browser yet.</source>
            <translation>Todavía nadie ha iniciado sesión en {0} en el navegador.</translation>
        </message>
        <message>
            <source>The sign-in to {0} has ended.</source>
            <translation>La sesión de {0} ha terminado.</translation>
        </message>
        <message>
            <source>The sign-in in the browser was not finished within {0}.</source>
            <translation>El inicio de sesión en el navegador no terminó en {0}.</translation>
        </message>
        <message>
            <source>{0} did not answer the sign-in: {1}</source>
            <translation>{0} no respondió al inicio de sesión: {1}</translation>
        </message>
        <message>
            <source>{0} did not accept the sign-in ({1})</source>
            <translation>{0} no aceptó el inicio de sesión ({1})</translation>
        </message>
        <message>
            <source>No browser could be opened for the sign-in.</source>
            <translation>No se pudo abrir ningún navegador para iniciar sesión.</translation>
        </message>
        <message>
            <source>The list changed each time it was read, so that it could not be read completely.</source>
            <translation>La lista cambió cada vez que se leyó, así que no se pudo leer entera.</translation>
        </message>
        <message>
            <source>The list counts {0} records, but gives none.</source>
            <translation>La lista dice tener {0} registros, pero no da ninguno.</translation>
        </message>
        <message>
            <source>{0} is this computer or lies in a private network, where no key may send anything.</source>
            <translation>{0} es este equipo o está en una red privada, adonde ninguna clave puede enviar nada.</translation>
        </message>
        <message>
            <source>Make it in the window, or with `crmdesk api hooks add --local`.</source>
            <translation>Créelo en la ventana o con `crmdesk api hooks add --local`.</translation>
        </message>
        <message>
            <source>A hook is sent to https://host[:port][/path], without a user name in it.</source>
            <translation>Un hook se envía a https://servidor[:puerto][/ruta], sin usuario.</translation>
        </message>
        <message>
            <source>A hook is sent over https://; http:// is for your own computer and network alone.</source>
            <translation>Un hook se envía por https://; http:// es solo para su propio equipo y su red.</translation>
        </message>
        <message>
            <source>The CRM asked for a pause that has not passed yet.</source>
            <translation>El CRM pidió una pausa que aún no ha terminado.</translation>
        </message>
        <message>
            <source>The change was sent, but could not be read back: {0}</source>
            <translation>El cambio se envió, pero no se pudo volver a leer: {0}</translation>
        </message>
        <message>
            <source>{0} cannot be reached: {1}.</source>
            <translation>No se puede acceder a {0}: {1}.</translation>
        </message>
        <message>
            <source>{0} sends on in a circle.</source>
            <translation>{0} redirige en círculo.</translation>
        </message>
        <message>
            <source>An id of nothing but dots cannot be asked for.</source>
            <translation>No se puede pedir un identificador hecho solo de puntos.</translation>
        </message>
        <message>
            <source>{0} gave an answer that was not read: {1}.</source>
            <translation>{0} dio una respuesta que no se leyó: {1}.</translation>
        </message>
        <message>
            <source>{0} was not called: {1}.</source>
            <translation>No se llamó a {0}: {1}.</translation>
        </message>
        <message>
            <source>Check this computer's date and the account's address; a network may be intercepting it.</source>
            <translation>Revise la fecha de este equipo y la dirección de la cuenta; puede que una red la esté interceptando.</translation>
        </message>
        <message>
            <source>The change was sent to {0}, but {1}.</source>
            <translation>El cambio se envió a {0}, pero {1}.</translation>
        </message>
        <message>
            <source>What is to be sent holds half a character (a lone surrogate).</source>
            <translation>Lo que se va a enviar contiene medio carácter (un sustituto suelto).</translation>
        </message>
        <message>
            <source>{0} sends on to another address, which is not followed: the key stays here.</source>
            <translation>{0} redirige a otra dirección, que no se sigue: la clave se queda aquí.</translation>
        </message>
        <message>
            <source>{0} was not called: its address, the key or an id holds a character that cannot be sent.</source>
            <translation>No se llamó a {0}: su dirección, la clave o un identificador contiene un carácter que no se puede enviar.</translation>
        </message>
        <message>
            <source>Check the account's base address, and sign in again.</source>
            <translation>Revise la dirección base de la cuenta y vuelva a iniciar sesión.</translation>
        </message>
        <message>
            <source>{0} answered, but {1}.</source>
            <translation>{0} respondió, pero {1}.</translation>
        </message>
        <message>
            <source>The change was sent. {0}</source>
            <translation>El cambio se envió. {0}</translation>
        </message>
        <message>
            <source>The keychain could not be used.</source>
            <translation>No se pudo usar el llavero.</translation>
        </message>
        <message>
            <source>The key was stored in {0}; the keychain now is {1}.</source>
            <translation>La clave se guardó en {0}; el llavero es ahora {1}.</translation>
        </message>
        <message>
            <source>No system keychain that the desk trusts is running.</source>
            <translation>No hay en marcha ningún llavero del sistema en el que este programa confíe.</translation>
        </message>
        <message>
            <source>The keychain is locked, or its question was dismissed.</source>
            <translation>El llavero está bloqueado o se descartó su pregunta.</translation>
        </message>
        <message>
            <source>The keychain {0} did not keep what it was given.</source>
            <translation>El llavero {0} no guardó lo que se le dio.</translation>
        </message>
        <message>
            <source>The keychain still waits for an answer to its earlier question.</source>
            <translation>El llavero aún espera respuesta a su pregunta anterior.</translation>
        </message>
        <message>
            <source>The configured keychain {0} is not one that the desk trusts.</source>
            <translation>El llavero configurado {0} no es uno en el que este programa confíe.</translation>
        </message>
        <message>
            <source>The keychain did not answer within {0} seconds.</source>
            <translation>El llavero no respondió en {0} segundos.</translation>
        </message>
        <message>
            <source>There is neither a system keychain nor a key or passphrase for the vault.</source>
            <translation>No hay ni llavero del sistema ni clave o frase para el almacén de claves.</translation>
        </message>
        <message>
            <source>The vault's key was stored in {0}; the keychain now is {1}, which does not have it.</source>
            <translation>La clave de la caja fuerte se guardó en {0}; el llavero es ahora {1}, que no la tiene.</translation>
        </message>
        <message>
            <source>The {0} gave a key that does not open this vault.</source>
            <translation>{0} dio una clave que no abre este almacén.</translation>
        </message>
        <message>
            <source>The vault's key lies in {0}.</source>
            <translation>La clave del almacén está en {0}.</translation>
        </message>
        <message>
            <source>The vault's key lies in {0}. {1}</source>
            <translation>La clave de la caja fuerte está en {0}. {1}</translation>
        </message>
        <message>
            <source>The keychain no longer has the vault's key.</source>
            <translation>El llavero ya no tiene la clave del almacén.</translation>
        </message>
        <message>
            <source>Reconnect the accounts.</source>
            <translation>Reconecte las cuentas.</translation>
        </message>
        <message>
            <source>{0} is set, but the vault was sealed with a key from the {1}.</source>
            <translation>{0} está definida, pero el almacén se selló con una clave de {1}.</translation>
        </message>
        <message>
            <source>Unset {0}, then try again.</source>
            <translation>Quite {0} y vuelva a intentarlo.</translation>
        </message>
        <message>
            <source>The keychain's entry for the vault is not a key.</source>
            <translation>La entrada del llavero para el almacén no es una clave.</translation>
        </message>
        <message>
            <source>The vault was sealed with {0}, which is not set now.</source>
            <translation>El almacén se selló con {0}, que ahora no está definida.</translation>
        </message>
        <message>
            <source>Set {0} to the value it had, or reconnect the accounts.</source>
            <translation>Ponga {0} con el valor que tenía o reconecte las cuentas.</translation>
        </message>
        <message>
            <source>The vault opens with a passphrase, and none was given.</source>
            <translation>El almacén se abre con una frase de contraseña y no se dio ninguna.</translation>
        </message>
        <message>
            <source>Give the passphrase.</source>
            <translation>Dé la frase de contraseña.</translation>
        </message>
        <message>
            <source>A sealed secret is damaged or does not belong where it lies.</source>
            <translation>Un secreto sellado está dañado o no es del lugar donde está.</translation>
        </message>
        <message>
            <source>The vault names costs for its passphrase that it was never written with.</source>
            <translation>El almacén indica para su frase unos costes con los que nunca se escribió.</translation>
        </message>
        <message>
            <source>ENCRYPTION_KEY is not base64 or hex of exactly 32 bytes.</source>
            <translation>ENCRYPTION_KEY no es base64 ni hexadecimal de exactamente 32 bytes.</translation>
        </message>
        <message>
            <source>The key for the vault cannot be used</source>
            <translation>La clave del almacén no se puede usar</translation>
        </message>
        <message>
            <source>Give it 64 hex digits (`openssl rand -hex 32` makes some), or unset it to use the system keychain.</source>
            <translation>Dele 64 dígitos hexadecimales (`openssl rand -hex 32` los genera) o quítela para usar el llavero del sistema.</translation>
        </message>
        <message>
            <source>The passphrase has fewer than {0} characters.</source>
            <translation>La frase de contraseña tiene menos de {0} caracteres.</translation>
        </message>
        <message>
            <source>Take a longer one.</source>
            <translation>Tome una más larga.</translation>
        </message>
        <message>
            <source>This build of the cryptography package has no Argon2id.</source>
            <translation>Esta compilación del paquete cryptography no tiene Argon2id.</translation>
        </message>
        <message>
            <source>Set ENCRYPTION_KEY instead.</source>
            <translation>Defina en su lugar ENCRYPTION_KEY.</translation>
        </message>
        <message>
            <source>A secret is still sealed with the key before the last one.</source>
            <translation>Un secreto sigue sellado con la penúltima clave.</translation>
        </message>
        <message>
            <source>A sealed secret names a key that the vault does not have.</source>
            <translation>Un secreto sellado nombra una clave que el almacén no tiene.</translation>
        </message>
        <message>
            <source>The vault file is far larger than any the desk writes.</source>
            <translation>El archivo del almacén es mucho mayor que los que escribe este programa.</translation>
        </message>
        <message>
            <source>The stored key was given for {0}; it is not sent to {1}.</source>
            <translation>La clave guardada se dio para {0}; no se envía a {1}.</translation>
        </message>
        <message>
            <source>The vault file cannot be read: {0}.</source>
            <translation>El archivo del almacén no se puede leer: {0}.</translation>
        </message>
        <message>
            <source>Check its owner.</source>
            <translation>Revise de quién es.</translation>
        </message>
        <message>
            <source>The vault could not be saved: {0}.</source>
            <translation>El almacén no se pudo guardar: {0}.</translation>
        </message>
        <message>
            <source>Check the folder.</source>
            <translation>Revise la carpeta.</translation>
        </message>
        <message>
            <source>There was no room to save the vault.</source>
            <translation>No había espacio para guardar el almacén.</translation>
        </message>
        <message>
            <source>The secret was not saved</source>
            <translation>El secreto no se guardó</translation>
        </message>
        <message>
            <source>The vault file names no key.</source>
            <translation>El archivo del almacén no nombra ninguna clave.</translation>
        </message>
        <message>
            <source>The vault file is not one of CRM Desk.</source>
            <translation>El archivo del almacén no es de CRM Desk.</translation>
        </message>
        <message>
            <source>A newer version of CRM Desk wrote the vault.</source>
            <translation>Una versión más reciente de CRM Desk escribió el almacén.</translation>
        </message>
        <message>
            <source>Install the newer version.</source>
            <translation>Instale la versión más reciente.</translation>
        </message>
        <message>
            <source>The head of the vault file is damaged.</source>
            <translation>La cabecera del archivo del almacén está dañada.</translation>
        </message>
        <message>
            <source>{0} has version {1}; this desk, CRM Desk {2}, reads up to {3}.</source>
            <translation>{0} tiene la versión {1}; este programa, CRM Desk {2}, lee hasta la {3}.</translation>
        </message>
        <message>
            <source>There is no key “{0}”.</source>
            <translation>No hay ninguna clave «{0}».</translation>
        </message>
        <message>
            <source>`crmdesk api keys list` lists them.</source>
            <translation>`crmdesk api keys list` las muestra.</translation>
        </message>
        <message>
            <source>The backup was given up because the desk closes.</source>
            <translation>La copia se abandonó porque el programa se cierra.</translation>
        </message>
        <message>
            <source>{0} cannot be written: {1}.</source>
            <translation>{0} no se puede escribir: {1}.</translation>
        </message>
        <message>
            <source>There is no backup {0}.</source>
            <translation>No hay ninguna copia {0}.</translation>
        </message>
        <message>
            <source>{0} holds what no CRM Desk has made: {1}.</source>
            <translation>{0} contiene lo que ningún CRM Desk ha creado: {1}.</translation>
        </message>
        <message>
            <source>The backup was not restored</source>
            <translation>La copia no se restauró</translation>
        </message>
        <message>
            <source>Take another backup; somebody has changed this one.</source>
            <translation>Tome otra copia; alguien ha cambiado esta.</translation>
        </message>
        <message>
            <source>{0} cannot be read: {1}.</source>
            <translation>{0} no se puede leer: {1}.</translation>
        </message>
        <message>
            <source>{0} cannot be made: {1}.</source>
            <translation>{0} no se puede crear: {1}.</translation>
        </message>
        <message>
            <source>The copy of the database is not sound.</source>
            <translation>La copia de la base de datos no está bien.</translation>
        </message>
        <message>
            <source>There is no change-set {0}.</source>
            <translation>No hay ninguna acción {0}.</translation>
        </message>
        <message>
            <source>`crmdesk changes` lists them.</source>
            <translation>`crmdesk changes` las muestra.</translation>
        </message>
        <message>
            <source>{0} It was written by CRM Desk {1}.</source>
            <translation>{0} La escribió CRM Desk {1}.</translation>
        </message>
        <message>
            <source>Install CRM Desk {0} or newer, or open another profile.</source>
            <translation>Instale CRM Desk {0} o posterior, o abra otro perfil.</translation>
        </message>
        <message>
            <source>{0} or its folder does not allow writing.</source>
            <translation>{0} o su carpeta no permite escribir.</translation>
        </message>
        <message>
            <source>{0} is empty.</source>
            <translation>{0} está vacío.</translation>
        </message>
        <message>
            <source>{0} is not a database.</source>
            <translation>{0} no es una base de datos.</translation>
        </message>
        <message>
            <source>{0} is a database of another program.</source>
            <translation>{0} es la base de datos de otro programa.</translation>
        </message>
        <message>
            <source>{0} does not allow writing.</source>
            <translation>{0} no permite escribir.</translation>
        </message>
        <message>
            <source>The feed does not go on from “{0}”: it keeps 30 days.</source>
            <translation>Los cambios no continúan desde «{0}»: se guardan 30 días.</translation>
        </message>
        <message>
            <source>There is no hook {0}.</source>
            <translation>No hay ningún hook {0}.</translation>
        </message>
        <message>
            <source>`crmdesk api hooks list` lists them.</source>
            <translation>`crmdesk api hooks list` los muestra.</translation>
        </message>
        <message>
            <source>There is no delivery {0}.</source>
            <translation>No hay ninguna entrega {0}.</translation>
        </message>
        <message>
            <source>There is no decision {0}.</source>
            <translation>No hay ninguna decisión {0}.</translation>
        </message>
        <message>
            <source>There is no suggestion {0}; it was decided, or what it rested on has changed.</source>
            <translation>No hay ninguna sugerencia {0}; ya se decidió o cambió aquello en lo que se basaba.</translation>
        </message>
        <message>
            <source>Step {0} of the database would lose rows of {1}.</source>
            <translation>El paso {0} de la base de datos perdería filas de {1}.</translation>
        </message>
        <message>
            <source>{0} exists already.</source>
            <translation>{0} ya existe.</translation>
        </message>
        <message>
            <source>The file has version {0}; only versions 1 to {1} can be read out.</source>
            <translation>El archivo tiene la versión {0}; solo se pueden leer las versiones 1 a {1}.</translation>
        </message>
        <message>
            <source>Nothing can be read out of the file.</source>
            <translation>No se puede leer nada del archivo.</translation>
        </message>
        <message>
            <source>There is no room for a copy of {0}.</source>
            <translation>No hay sitio para una copia de {0}.</translation>
        </message>
        <message>
            <source>There are {0}, and 2+.</source>
            <translation>Hay {0} y 2+.</translation>
        </message>
        <message>
            <source>Free some room on that disk (a megabyte is enough), then open it again; nothing needs to be restored.</source>
            <translation>Libere algo de espacio en ese disco (basta un megabyte) y vuelva a abrirla; no hace falta restaurar nada.</translation>
        </message>
        <message>
            <source>A stored value is damaged.</source>
            <translation>Un valor guardado está dañado.</translation>
        </message>
        <message>
            <source>A stored text is damaged.</source>
            <translation>Un texto guardado está dañado.</translation>
        </message>
        <message>
            <source>Less than {0} MB are left on the disk, which are kept for your own edits.</source>
            <translation>Quedan menos de {0} MB en el disco, reservados para sus cambios.</translation>
        </message>
        <message>
            <source>Free some room; the next sync goes on.</source>
            <translation>Libere espacio; la próxima sincronización continúa.</translation>
        </message>
        <message>
            <source>The database was opened for reading alone.</source>
            <translation>La base de datos se abrió solo para leer.</translation>
        </message>
        <message>
            <source>The database is closed.</source>
            <translation>La base de datos está cerrada.</translation>
        </message>
        <message>
            <source>There is no account {0}.</source>
            <translation>No hay ninguna cuenta {0}.</translation>
        </message>
        <message>
            <source>There is an account named {0} already.</source>
            <translation>Ya hay una cuenta llamada {0}.</translation>
        </message>
        <message>
            <source>There is no conflict {0}.</source>
            <translation>No hay ningún conflicto {0}.</translation>
        </message>
        <message>
            <source>There is no problem {0}.</source>
            <translation>No hay ningún problema {0}.</translation>
        </message>
        <message>
            <source>There is no run {0}.</source>
            <translation>No hay ninguna sincronización {0}.</translation>
        </message>
        <message>
            <source>There is no change {0}.</source>
            <translation>No hay ningún cambio {0}.</translation>
        </message>
        <message>
            <source>The desk ended while this ran.</source>
            <translation>El programa terminó mientras esto se ejecutaba.</translation>
        </message>
        <message>
            <source>There is no item {0}.</source>
            <translation>No hay ningún elemento {0}.</translation>
        </message>
        <message>
            <source>There is no outbox entry {0}.</source>
            <translation>No hay ningún envío pendiente {0}.</translation>
        </message>
        <message>
            <source>There is no record {0}.</source>
            <translation>No hay ningún registro {0}.</translation>
        </message>
        <message>
            <source>{0} takes no new {1} without its {2}.</source>
            <translation>{0} no acepta nuevos ({1}) sin {2}.</translation>
        </message>
        <message>
            <source>Fill it in, or leave {0} out for now.</source>
            <translation>Rellénelo, o deje fuera {0} por ahora.</translation>
        </message>
        <message>
            <source>{0} takes no new records from the desk.</source>
            <translation>{0} no acepta registros nuevos.</translation>
        </message>
        <message>
            <source>{0} takes none of the fields that are filled in.</source>
            <translation>{0} no acepta ninguno de los campos rellenados.</translation>
        </message>
        <message>
            <source>A conflict is resolved by {0}, {1} or {2}, not “{3}”.</source>
            <translation>Un conflicto se resuelve con {0}, {1} o {2}, no con «{3}».</translation>
        </message>
        <message>
            <source>It was settled already.</source>
            <translation>Ya estaba resuelto.</translation>
        </message>
        <message>
            <source>The entry was not cancelled</source>
            <translation>El envío no se canceló</translation>
        </message>
        <message>
            <source>It is on its way to the CRM right now.</source>
            <translation>Va ahora mismo camino del CRM.</translation>
        </message>
        <message>
            <source>The entry was not sent again</source>
            <translation>No se volvió a enviar</translation>
        </message>
        <message>
            <source>It was changed in both places.</source>
            <translation>Se cambió en ambos sitios.</translation>
        </message>
        <message>
            <source>Resolve the conflict first.</source>
            <translation>Resuelva primero el conflicto.</translation>
        </message>
        <message>
            <source>It does not wait for such a decision.</source>
            <translation>No espera una decisión así.</translation>
        </message>
        <message>
            <source>The choice was not made</source>
            <translation>La elección no se hizo</translation>
        </message>
        <message>
            <source>That record is not among those offered.</source>
            <translation>Ese registro no está entre los ofrecidos.</translation>
        </message>
        <message>
            <source>It is not known yet whether the CRM already created it; the next sync finds out.</source>
            <translation>Todavía no se sabe si el CRM ya lo creó; la próxima sincronización lo averigua.</translation>
        </message>
        <message>
            <source>“This computer” cannot be removed.</source>
            <translation>«Este equipo» no se puede quitar.</translation>
        </message>
        <message>
            <source>It is in {0} already.</source>
            <translation>Ya está en {0}.</translation>
        </message>
        <message>
            <source>It was not added</source>
            <translation>No se añadió</translation>
        </message>
        <message>
            <source>Nothing was filled in.</source>
            <translation>No se rellenó nada.</translation>
        </message>
        <message>
            <source>The {0} was not created</source>
            <translation>No se creó: {0}</translation>
        </message>
        <message>
            <source>A change of it is on its way to the CRM right now.</source>
            <translation>Un cambio suyo va ahora mismo camino del CRM.</translation>
        </message>
        <message>
            <source>It was not deleted for good</source>
            <translation>No se eliminó definitivamente</translation>
        </message>
        <message>
            <source>Try again in a moment; it is in the trash.</source>
            <translation>Vuelva a intentarlo en un momento; está en la papelera.</translation>
        </message>
        <message>
            <source>Change the value so that it fits, change it there by hand, or keep it on this computer only.</source>
            <translation>Cambie el valor para que quepa, cámbielo allí a mano o consérvelo solo en este equipo.</translation>
        </message>
        <message>
            <source>Two different ones are needed.</source>
            <translation>Hacen falta dos distintos.</translation>
        </message>
        <message>
            <source>Nothing was linked</source>
            <translation>No se vinculó nada</translation>
        </message>
        <message>
            <source>They are of different kinds.</source>
            <translation>Son de clases distintas.</translation>
        </message>
        <message>
            <source>One of them is in the trash; restore it first.</source>
            <translation>Uno de ellos está en la papelera; restáurelo primero.</translation>
        </message>
        <message>
            <source>It has no record in that account.</source>
            <translation>No tiene ningún registro en esa cuenta.</translation>
        </message>
        <message>
            <source>Nothing was unlinked</source>
            <translation>No se desvinculó nada</translation>
        </message>
        <message>
            <source>It stands in that account alone.</source>
            <translation>Solo está en esa cuenta.</translation>
        </message>
        <message>
            <source>One of the records is none of this suggestion's.</source>
            <translation>Uno de los registros no es de esta sugerencia.</translation>
        </message>
        <message>
            <source>Nothing was decided</source>
            <translation>No se decidió nada</translation>
        </message>
        <message>
            <source>Leave one out, or name none to say it of all.</source>
            <translation>Deje uno fuera, o no nombre ninguno para decirlo de todos.</translation>
        </message>
        <message>
            <source>No account takes registrations from the desk.</source>
            <translation>Ninguna cuenta acepta inscripciones desde aquí.</translation>
        </message>
        <message>
            <source>Connect one that does.</source>
            <translation>Conecte una que las acepte.</translation>
        </message>
        <message>
            <source>Several accounts take registrations ({0}), and it is not clear which one is meant.</source>
            <translation>Varias cuentas aceptan inscripciones ({0}) y no está claro cuál se quiere.</translation>
        </message>
        <message>
            <source>Name an event of that account, by its id or as ACCOUNT:ID, or add the contact to the account first.</source>
            <translation>Nombre un evento de esa cuenta, por su identificador o como CUENTA:ID, o añada primero el contacto a la cuenta.</translation>
        </message>
        <message>
            <source>The event has no name.</source>
            <translation>El evento no tiene nombre.</translation>
        </message>
        <message>
            <source>{0} events are called “{1}”.</source>
            <translation>{0} eventos se llaman «{1}».</translation>
        </message>
        <message>
            <source>Name the one that is meant, by its id or as ACCOUNT:ID.</source>
            <translation>Nombre el que se quiere, por su identificador o como CUENTA:ID.</translation>
        </message>
        <message>
            <source>Only a contact can be registered.</source>
            <translation>Solo se puede inscribir a un contacto.</translation>
        </message>
        <message>
            <source>The contact has no email address, by which the CRM knows people.</source>
            <translation>El contacto no tiene correo, que es por lo que el CRM conoce a las personas.</translation>
        </message>
        <message>
            <source>Add an email address first.</source>
            <translation>Añada primero un correo.</translation>
        </message>
        <message>
            <source>{0} has no event “{1}” that the desk knows of, and makes none.</source>
            <translation>{0} no tiene ningún evento «{1}» que se conozca aquí, y no crea ninguno.</translation>
        </message>
        <message>
            <source>Choose one of its events; sync first if this one is new there.</source>
            <translation>Elija uno de sus eventos; sincronice primero si este es nuevo ahí.</translation>
        </message>
        <message>
            <source>That is not an event.</source>
            <translation>Eso no es un evento.</translation>
        </message>
        <message>
            <source>{0} no longer has this event.</source>
            <translation>{0} ya no tiene este evento.</translation>
        </message>
        <message>
            <source>That registration waits already.</source>
            <translation>Esa inscripción ya está en espera.</translation>
        </message>
        <message>
            <source>The contact is registered for it already.</source>
            <translation>El contacto ya está inscrito.</translation>
        </message>
        <message>
            <source>Choose another event.</source>
            <translation>Elija otro evento.</translation>
        </message>
        <message>
            <source>Nothing else holds another value that can be changed.</source>
            <translation>Nada más tiene otro valor que se pueda cambiar.</translation>
        </message>
        <message>
            <source>It was taken back already.</source>
            <translation>Ya se deshizo.</translation>
        </message>
        <message>
            <source>It was deleted for good.</source>
            <translation>Se eliminó definitivamente.</translation>
        </message>
        <message>
            <source>It was linked, or added to an account, since.</source>
            <translation>Desde entonces se vinculó o se añadió a una cuenta.</translation>
        </message>
        <message>
            <source>It is in the trash; restore it first.</source>
            <translation>Está en la papelera; restáurelo primero.</translation>
        </message>
        <message>
            <source>Its record is no longer there.</source>
            <translation>Su registro ya no está.</translation>
        </message>
        <message>
            <source>It is on its way to the CRM right now; try again in a moment.</source>
            <translation>Va ahora mismo camino del CRM; inténtelo dentro de un momento.</translation>
        </message>
        <message>
            <source>{0} new ones stay; whoever is not wanted can go to the trash.</source>
            <translation>Se quedan {0} nuevos; los que no se quieran pueden ir a la papelera.</translation>
        </message>
        <message>
            <source>{0} has it by now; delete it there.</source>
            <translation>{0} ya lo tiene; elimínelo allí.</translation>
        </message>
        <message>
            <source>It was linked or unlinked again since.</source>
            <translation>Desde entonces se volvió a vincular o desvincular.</translation>
        </message>
        <message>
            <source>{0} has the registration by now; take it back there.</source>
            <translation>{0} ya tiene la inscripción; anúlela allí.</translation>
        </message>
        <message>
            <source>{0} is only read here.</source>
            <translation>{0} aquí solo se lee.</translation>
        </message>
        <message>
            <source>It was changed again since.</source>
            <translation>Se volvió a cambiar desde entonces.</translation>
        </message>
        <message>
            <source>{0} lets nobody change it from here.</source>
            <translation>{0} no deja que nadie lo cambie desde aquí.</translation>
        </message>
        <message>
            <source>{0} used up.</source>
            <translation>Agotadas: {0}.</translation>
        </message>
        <message>
            <source>{0} used up but for the last, which are kept for your edits.</source>
            <translation>Agotadas salvo las últimas, que se guardan para sus cambios: {0}.</translation>
        </message>
        <message>
            <source>The hook to {0} is paused</source>
            <translation>El hook a {0} está en pausa</translation>
        </message>
        <message>
            <source>See that its target works, then send one of its deliveries again, or remove the hook.</source>
            <translation>Compruebe que su destino funciona y vuelva a enviar una de sus entregas, o quite el hook.</translation>
        </message>
        <message>
            <source>It is not known whether it made “{0}”, who is new in {1}</source>
            <translation>No se sabe si de ello salió «{0}», nuevo en {1}</translation>
        </message>
        <message>
            <source>It is listed there, but cannot be opened: it was just deleted, or this key may not see it.</source>
            <translation>Figura allí en la lista, pero no se puede abrir: se acaba de eliminar o esta clave no puede verlo.</translation>
        </message>
        <message>
            <source>Hand it over again, change it there by hand, or keep it on this computer only.</source>
            <translation>Entréguelo de nuevo, cámbielo allí a mano o consérvelo solo en este equipo.</translation>
        </message>
        <message>
            <source>The file that was read since does not hold this contact, so that the next one has to tell.</source>
            <translation>El archivo leído desde entonces no contiene este contacto; tendrá que decirlo el siguiente.</translation>
        </message>
        <message>
            <source>The file of {0} that was read since has nothing there</source>
            <translation>El archivo de {0} leído desde entonces no tiene nada ahí</translation>
        </message>
        <message>
            <source>It was changed here and in {0}.</source>
            <translation>Se cambió aquí y en {0}.</translation>
        </message>
        <message>
            <source>The file of {0} that was read since has “{1}”</source>
            <translation>El archivo de {0} leído desde entonces tiene «{1}»</translation>
        </message>
        <message>
            <source>{0} of {1} could not be read from {2}</source>
            <translation>{0} de {1} no se pudo leer de {2}</translation>
        </message>
        <message>
            <source>Correct it in the CRM. Until then the last value that was read stays here, and nothing is sent for it.</source>
            <translation>Corríjalo en el CRM. Hasta entonces queda aquí el último valor leído y no se envía nada.</translation>
        </message>
        <message>
            <source>You deleted it.</source>
            <translation>Usted lo eliminó.</translation>
        </message>
        <message>
            <source>{0} no longer lists {1} of {2} records</source>
            <translation>{0} ya no muestra {1} de {2} registros</translation>
        </message>
        <message>
            <source>That many removals at once are often a filter, a changed permission or a fault there. Nothing was removed here.</source>
            <translation>Tantas eliminaciones a la vez suelen ser un filtro, un permiso cambiado o un fallo allí. Aquí no se eliminó nada.</translation>
        </message>
        <message>
            <source>Review them: accept the removals, or keep the records.</source>
            <translation>Revíselas: acepte las eliminaciones o conserve los registros.</translation>
        </message>
        <message>
            <source>The last sync of {0} does not add up</source>
            <translation>El balance de la última sincronización de {0} no cuadra</translation>
        </message>
        <message>
            <source>{0} told {1}, and listed {2} records. Somebody may have added or removed records meanwhile.</source>
            <translation>{0} dijo {1} y mostró {2} registros. Puede que alguien haya añadido o quitado registros entretanto.</translation>
        </message>
        <message>
            <source>Sync again; if it stays, compare the counts with the CRM.</source>
            <translation>Sincronice de nuevo; si sigue igual, compare las cifras con el CRM.</translation>
        </message>
        <message>
            <source>{0} has {1} records with this {2}</source>
            <translation>{0} tiene {1} registros con el mismo valor ({2})</translation>
        </message>
        <message>
            <source>{0} has “{1}” under this {2}</source>
            <translation>{0} tiene a «{1}» con el mismo valor ({2})</translation>
        </message>
        <message>
            <source>{0} has no such call for this account, or what it belongs to is gone there: {1}</source>
            <translation>{0} no ofrece eso a esta cuenta, o ya no existe allí aquello a lo que pertenece: {1}</translation>
        </message>
        <message>
            <source>The next complete sync tells whether it arrived.</source>
            <translation>La próxima sincronización completa dirá si llegó.</translation>
        </message>
        <message>
            <source>It is not known whether the {0} arrived, and nothing it could be looked up by is known</source>
            <translation>No se sabe si llegó ({0}), ni nada por lo que se pueda buscar</translation>
        </message>
        <message>
            <source>What was made there may show later; it is looked for again before anything is sent.</source>
            <translation>Lo que se creó ahí puede aparecer más tarde; se vuelve a buscar antes de enviar nada.</translation>
        </message>
        <message>
            <source>It was made there as {0}, and does not show yet.</source>
            <translation>Se creó ahí como {0} y todavía no aparece.</translation>
        </message>
        <message>
            <source>It was made there as {0}, and is not there any more</source>
            <translation>Se creó ahí como {0} y ya no está</translation>
        </message>
        <message>
            <source>{0} seems to take no changed emails and phones</source>
            <translation>{0} parece no aceptar correos y teléfonos cambiados</translation>
        </message>
        <message>
            <source>It left them as they were when they were sent on {0}. From then on such changes stay on this computer; everything else is sent.</source>
            <translation>Los dejó como estaban cuando se enviaron el {0}. Desde entonces esos cambios se quedan en este equipo; todo lo demás se envía.</translation>
        </message>
        <message>
            <source>Try again to have them sent once more, and later ones too if they are taken.</source>
            <translation>Vuelva a intentarlo para que se envíen otra vez, y también los posteriores si se aceptan.</translation>
        </message>
        <message>
            <source>{0} The next complete sync tells which one it is.</source>
            <translation>{0} La próxima sincronización completa dice cuál es.</translation>
        </message>
        <message>
            <source>It was deleted in {0} and changed here.</source>
            <translation>Se eliminó en {0} y se cambió aquí.</translation>
        </message>
        <message>
            <source>{0}. What you entered is kept here.</source>
            <translation>{0}. Lo que escribió se conserva aquí.</translation>
        </message>
        <message>
            <source>{0} has no such event: it took note of the contact, and of nothing else.</source>
            <translation>{0} no tiene ese evento: tomó nota del contacto y de nada más.</translation>
        </message>
        <message>
            <source>{0} did not put {1} down for “{2}”</source>
            <translation>{0} no inscribió a {1} en «{2}»</translation>
        </message>
        <message>
            <source>It keeps changing there.</source>
            <translation>Ahí no deja de cambiar.</translation>
        </message>
        <message>
            <source>{0} takes no such change from the desk</source>
            <translation>{0} no admite un cambio así desde este programa</translation>
        </message>
        <message>
            <source>{0} has it, but no such call for this account: {1}</source>
            <translation>{0} lo tiene, pero no esa llamada para esta cuenta: {1}</translation>
        </message>
        <message>
            <source>It may be deleted there, and be shown for a while yet.</source>
            <translation>Puede que ahí esté eliminado y se siga mostrando un tiempo.</translation>
        </message>
        <message>
            <source>There is no {0} “{1}”.</source>
            <translation>No hay ningún {0} «{1}».</translation>
        </message>
        <message>
            <source>`crmdesk {0}` lists the ids of those there are.</source>
            <translation>`crmdesk {0}` muestra los identificadores que hay.</translation>
        </message>
        <message>
            <source>It names something that {0} does not have yet, and waits for it.</source>
            <translation>Nombra algo que {0} todavía no tiene y lo espera.</translation>
        </message>
        <message>
            <source>{0} refused the sign-in</source>
            <translation>{0} rechazó el inicio de sesión</translation>
        </message>
        <message>
            <source>{0} could not be synced {1} times in a row</source>
            <translation>{0} no se pudo sincronizar {1} veces seguidas</translation>
        </message>
        <message>
            <source>{0} shows this account no list of {1}: {2}</source>
            <translation>{0} no muestra a esta cuenta esa lista ({1}): {2}</translation>
        </message>
        <message>
            <source>The key may not read {0}.</source>
            <translation>La clave no puede leer {0}.</translation>
        </message>
        <message>
            <source>{0}, or ask {1} for that list.</source>
            <translation>{0}, o pida esa lista a {1}.</translation>
        </message>
        <message>
            <source>{0} did not show its {1}</source>
            <translation>{0} no mostró sus {1}</translation>
        </message>
        <message>
            <source>A schedule is {0}, daily@HH:MM or {1}, not “{2}”.</source>
            <translation>Un horario es {0}, daily@HH:MM o {1}, no «{2}».</translation>
        </message>
        <message>
            <source>Quiet hours are HH:MM-HH:MM, such as 22:00-07:00, or off, not “{0}”.</source>
            <translation>Las horas de silencio son HH:MM-HH:MM, como 22:00-07:00, u off, no «{0}».</translation>
        </message>
        <message>
            <source>Name a file in it.</source>
            <translation>Nombre un archivo de ella.</translation>
        </message>
        <message>
            <source>{0} is no file that could be replaced.</source>
            <translation>{0} no es un archivo que se pueda reemplazar.</translation>
        </message>
        <message>
            <source>The folder {0} is not there.</source>
            <translation>La carpeta {0} no está.</translation>
        </message>
        <message>
            <source>Make it, or choose another.</source>
            <translation>Créela o elija otra.</translation>
        </message>
        <message>
            <source>The disk is full before {0} was whole.</source>
            <translation>El disco se llenó antes de que {0} estuviera entero.</translation>
        </message>
        <message>
            <source>The name of the file is too long.</source>
            <translation>El nombre del archivo es demasiado largo.</translation>
        </message>
        <message>
            <source>Choose a shorter one.</source>
            <translation>Elija uno más corto.</translation>
        </message>
        <message>
            <source>{0} is a symbolic link, so somebody else could choose where the files go.</source>
            <translation>{0} es un enlace simbólico, así que otra persona podría elegir adónde van los archivos.</translation>
        </message>
        <message>
            <source>Name the real folder with --profile.</source>
            <translation>Nombre la carpeta real con --profile.</translation>
        </message>
        <message>
            <source>{0} is not a folder.</source>
            <translation>{0} no es una carpeta.</translation>
        </message>
        <message>
            <source>Choose another folder with --profile.</source>
            <translation>Elija otra carpeta con --profile.</translation>
        </message>
        <message>
            <source>{0} cannot be made or used: {1}.</source>
            <translation>{0} no se puede crear ni usar: {1}.</translation>
        </message>
        <message>
            <source>{0} belongs to another user of this computer.</source>
            <translation>{0} es de otro usuario de este equipo.</translation>
        </message>
        <message>
            <source>Choose a folder of your own with --profile.</source>
            <translation>Elija una carpeta suya con --profile.</translation>
        </message>
        <message>
            <source>The command is too long to be handed to the window that is open.</source>
            <translation>La orden es demasiado larga para pasarla a la ventana abierta.</translation>
        </message>
        <message>
            <source>The lock file of the profile cannot be opened: {0}.</source>
            <translation>El archivo de bloqueo del perfil no se puede abrir: {0}.</translation>
        </message>
        <message>
            <source>The disk of the profile cannot lock files: {0}.</source>
            <translation>El disco del perfil no puede bloquear archivos: {0}.</translation>
        </message>
        <message>
            <source>Choose a folder on a local disk with --profile.</source>
            <translation>Elija una carpeta de un disco local con --profile.</translation>
        </message>
        <message>
            <source>Another CRM Desk still held the profile {0} after {1} seconds.</source>
            <translation>Otro CRM Desk seguía usando el perfil {0} después de {1} segundos.</translation>
        </message>
        <message>
            <source>The CRM Desk that holds the profile took the command, but ended or fell silent before its answer.</source>
            <translation>El CRM Desk que usa el perfil tomó la orden, pero terminó o calló antes de responder.</translation>
        </message>
        <message>
            <source>It is not known whether the command was finished</source>
            <translation>No se sabe si la orden llegó a completarse</translation>
        </message>
    </context>
    <context>
        <name>TopBar</name>
        <message>
            <source>New</source>
            <translation>Nuevo</translation>
        </message>
        <message>
            <source>New contact</source>
            <translation>Contacto nuevo</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>Tema</translation>
        </message>
        <message numerus="yes">
            <source>%Ln need(s|) you</source>
            <translation>
                <numerusform>%Ln le necesita</numerusform>
                <numerusform>%Ln le necesitan</numerusform>
            </translation>
        </message>
        <message>
            <source>Show what needs attention</source>
            <translation>Mostrar lo que requiere atención</translation>
        </message>
    </context>
    <context>
        <name>TouchRow</name>
        <message>
            <source>Field</source>
            <translation>Campo</translation>
        </message>
        <message>
            <source>What is done to it</source>
            <translation>Qué se hace con él</translation>
        </message>
        <message>
            <source>Find</source>
            <translation>Buscar</translation>
        </message>
        <message>
            <source>Value</source>
            <translation>Valor</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>Añadir</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Quitar</translation>
        </message>
        <message>
            <source>Set to</source>
            <translation>Poner</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>Vaciar</translation>
        </message>
        <message>
            <source>Find and replace</source>
            <translation>Buscar y reemplazar</translation>
        </message>
        <message>
            <source>Replace by</source>
            <translation>Reemplazar por</translation>
        </message>
    </context>
    <context>
        <name>Tray</name>
        <message>
            <source>CRM Desk</source>
            <translation>CRM Desk</translation>
        </message>
        <message>
            <source>Open CRM Desk</source>
            <translation>Abrir CRM Desk</translation>
        </message>
        <message numerus="yes">
            <source>%Ln need(s|) you</source>
            <translation>
                <numerusform>%Ln le necesita</numerusform>
                <numerusform>%Ln le necesitan</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln account(s) (needs|need) you</source>
            <translation>
                <numerusform>%Ln cuenta le necesita</numerusform>
                <numerusform>%Ln cuentas le necesitan</numerusform>
            </translation>
        </message>
        <message>
            <source>Keep the setting</source>
            <translation>Guardar el ajuste</translation>
        </message>
        <message>
            <source>CRM Desk can keep syncing while its window is closed; its icon in the tray brings the window back. You can change this in the settings.</source>
            <translation>CRM Desk puede seguir sincronizando con la ventana cerrada; su icono en la bandeja la recupera. Puede cambiarlo en los ajustes.</translation>
        </message>
        <message>
            <source>Keep syncing in the background?</source>
            <translation>¿Seguir sincronizando en segundo plano?</translation>
        </message>
        <message>
            <source>Keep syncing</source>
            <translation>Seguir sincronizando</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>Salir</translation>
        </message>
    </context>
    <context>
        <name>UndoHost</name>
        <message>
            <source>Undo</source>
            <translation>Deshacer</translation>
        </message>
        <message>
            <source>Undo: {what}</source>
            <translation>Deshacer: {what}</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>Rehacer</translation>
        </message>
        <message>
            <source>Redo: {what}</source>
            <translation>Rehacer: {what}</translation>
        </message>
        <message>
            <source>There is nothing to undo.</source>
            <translation>No hay nada que deshacer.</translation>
        </message>
        <message>
            <source>There is nothing to redo.</source>
            <translation>No hay nada que rehacer.</translation>
        </message>
        <message>
            <source>Undone: {what}</source>
            <translation>Deshecho: {what}</translation>
        </message>
        <message>
            <source>Done again: {what}</source>
            <translation>Rehecho: {what}</translation>
        </message>
        <message numerus="yes">
            <source>%n change(s) stayed: {why}</source>
            <translation>
                <numerusform>%n cambio quedó: {why}</numerusform>
                <numerusform>%n cambios quedaron: {why}</numerusform>
            </translation>
        </message>
        <message>
            <source>History…</source>
            <translation>Historial…</translation>
        </message>
    </context>
    <context>
        <name>UnmappedSection</name>
        <message>
            <source>Seen, not mapped</source>
            <translation>Visto, sin asignar</translation>
        </message>
        <message>
            <source>The CRM sends these. They are kept whole, and never lost when CRM Desk writes there.</source>
            <translation>El CRM los envía. Se conservan enteros y nunca se pierden cuando CRM Desk escribe allí.</translation>
        </message>
    </context>
    <context>
        <name>ViewsHost</name>
        <message>
            <source>Which filter leaves nothing</source>
            <translation>Qué filtro no deja nada</translation>
        </message>
        <message>
            <source>Without “{filter}” there are {n}</source>
            <translation>Sin «{filter}» hay {n}</translation>
        </message>
        <message>
            <source>Save the view</source>
            <translation>Guardar la vista</translation>
        </message>
        <message>
            <source>Save as view</source>
            <translation>Guardar como vista</translation>
        </message>
        <message>
            <source>Name of the view</source>
            <translation>Nombre de la vista</translation>
        </message>
        <message>
            <source>Rename…</source>
            <translation>Cambiar nombre…</translation>
        </message>
        <message>
            <source>Move up</source>
            <translation>Subir</translation>
        </message>
        <message>
            <source>Move down</source>
            <translation>Bajar</translation>
        </message>
        <message>
            <source>Delete the view</source>
            <translation>Eliminar la vista</translation>
        </message>
        <message>
            <source>Rename the view</source>
            <translation>Renombrar la vista</translation>
        </message>
        <message>
            <source>Move the view</source>
            <translation>Mover la vista</translation>
        </message>
        <message>
            <source>The view “{name}” is deleted</source>
            <translation>La vista «{name}» se ha eliminado</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Deshacer</translation>
        </message>
        <message>
            <source>Restore the view</source>
            <translation>Restaurar la vista</translation>
        </message>
        <message>
            <source>Count what the views hold</source>
            <translation>Contar lo que contienen las vistas</translation>
        </message>
    </context>
    <context>
        <name>WhyEmpty</name>
        <message>
            <source>What you delete waits here until you decide.</source>
            <translation>Lo que elimina espera aquí hasta que decida.</translation>
        </message>
        <message>
            <source>The trash is empty</source>
            <translation>La papelera está vacía</translation>
        </message>
        <message>
            <source>What you type and do not save is kept, and listed here.</source>
            <translation>Lo que escribe sin guardar se conserva y aparece aquí.</translation>
        </message>
        <message>
            <source>No drafts</source>
            <translation>No hay borradores</translation>
        </message>
        <message>
            <source>Problems, and what was changed in both places, appear here.</source>
            <translation>Aquí aparecen los problemas y lo cambiado en ambos sitios.</translation>
        </message>
        <message>
            <source>Nothing needs you</source>
            <translation>Nada le necesita</translation>
        </message>
        <message>
            <source>Their contacts arrive in a few seconds. Nothing here is real, try anything.</source>
            <translation>Sus contactos llegan en unos segundos. Nada es real, pruebe lo que quiera.</translation>
        </message>
        <message>
            <source>The sample CRMs are starting</source>
            <translation>Los CRM de ejemplo se están iniciando</translation>
        </message>
        <message>
            <source>Nothing matches “{text}”</source>
            <translation>Nada coincide con «{text}»</translation>
        </message>
        <message>
            <source>Clear the search</source>
            <translation>Borrar la búsqueda</translation>
        </message>
        <message>
            <source>Every text field in this list was searched, but not the trash.</source>
            <translation>Se buscó en cada campo de texto de esta lista, pero no en la papelera.</translation>
        </message>
        <message>
            <source>Only “{place}” was searched.</source>
            <translation>Solo se buscó en «{place}».</translation>
        </message>
        <message>
            <source>Search everywhere</source>
            <translation>Buscar en todas partes</translation>
        </message>
        <message>
            <source>None of your accounts is set to bring any.</source>
            <translation>Ninguna de sus cuentas está configurada para traerlos.</translation>
        </message>
        <message>
            <source>Nothing from {account} yet</source>
            <translation>Aún nada de {account}</translation>
        </message>
        <message>
            <source>{accounts} is being read; the first ones are on their way.</source>
            <translation>Se está leyendo {accounts}; los primeros están en camino.</translation>
        </message>
        <message>
            <source>{account} has none, or none within what you chose to see of it.</source>
            <translation>{account} no tiene ninguno, o ninguno dentro de lo que eligió ver.</translation>
        </message>
        <message>
            <source>The first sync with {account} starts in a moment.</source>
            <translation>La primera sincronización con {account} empieza en un momento.</translation>
        </message>
        <message>
            <source>{account} was never synced: it waits for you.</source>
            <translation>{account} nunca se ha sincronizado: le espera a usted.</translation>
        </message>
        <message>
            <source>{account} is paused.</source>
            <translation>{account} está en pausa.</translation>
        </message>
        <message>
            <source>{account} does not take the sign-in any more. Sign in again, and it goes on.</source>
            <translation>{account} ya no acepta la sesión. Iníciela de nuevo y continuará.</translation>
        </message>
        <message>
            <source>{account} cannot be reached. The next try is {when}.</source>
            <translation>No se puede acceder a {account}. El próximo intento es {when}.</translation>
        </message>
        <message>
            <source>{account}: {state}</source>
            <translation>{account}: {state}</translation>
        </message>
        <message>
            <source>Resume</source>
            <translation>Reanudar</translation>
        </message>
        <message>
            <source>Reconnect</source>
            <translation>Reconectar</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Reintentar</translation>
        </message>
        <message>
            <source>Sync now</source>
            <translation>Sincronizar ahora</translation>
        </message>
        <message>
            <source>Connect a CRM</source>
            <translation>Conectar un CRM</translation>
        </message>
        <message>
            <source>Explore with sample data</source>
            <translation>Explorar con datos de ejemplo</translation>
        </message>
        <message>
            <source>All your CRMs in one window. Search and edit instantly, even offline; your changes are sent back for you. Your contacts stay on this computer.</source>
            <translation>Todos sus CRM en una ventana. Busque y edite al instante, incluso sin conexión; sus cambios se envían de vuelta. Sus contactos quedan en este equipo.</translation>
        </message>
        <message>
            <source>Import a file</source>
            <translation>Importar un archivo</translation>
        </message>
        <message>
            <source>Welcome to CRM Desk</source>
            <translation>Bienvenido a CRM Desk</translation>
        </message>
    </context>
    <context>
        <name>WhyNot</name>
        <message>
            <source>Not possible in {names}</source>
            <translation>No es posible en {names}</translation>
        </message>
        <message>
            <source>Read-only by your choice: {names}</source>
            <translation>Solo lectura por elección suya: {names}</translation>
        </message>
        <message>
            <source>Not synced with {names}, by your choice</source>
            <translation>Sin sincronizar con {names}, por elección suya</translation>
        </message>
    </context>
    <context>
        <name>WindowCommands</name>
        <message>
            <source>Move to trash</source>
            <translation>Mover a la papelera</translation>
        </message>
        <message>
            <source>{things} moved to the trash</source>
            <translation>{things} a la papelera</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Deshacer</translation>
        </message>
        <message>
            <source>Restore from trash</source>
            <translation>Restaurar de la papelera</translation>
        </message>
        <message>
            <source>{things} restored</source>
            <translation>{things} restaurados</translation>
        </message>
        <message>
            <source>Delete {things} for good?</source>
            <translation>¿Eliminar {things} definitivamente?</translation>
        </message>
        <message>
            <source>This cannot be undone, and no sync brings them back. What the CRMs hold stays there.</source>
            <translation>No se puede deshacer, y ninguna sincronización los recupera. Lo que tienen los CRM queda allí.</translation>
        </message>
        <message>
            <source>Delete for good</source>
            <translation>Eliminar definitivamente</translation>
        </message>
        <message>
            <source>Keep in the trash</source>
            <translation>Dejar en la papelera</translation>
        </message>
        <message>
            <source>Sync now</source>
            <translation>Sincronizar ahora</translation>
        </message>
        <message>
            <source>Resume the account</source>
            <translation>Reanudar la cuenta</translation>
        </message>
        <message>
            <source>Pause the account</source>
            <translation>Pausar la cuenta</translation>
        </message>
        <message>
            <source>Exported {things} to {file}</source>
            <translation>Se exportó a {file}: {things}</translation>
        </message>
        <message numerus="yes">
            <source>%n cell(s) longer than a sheet can hold (was|were) cut.</source>
            <translation>
                <numerusform>(Se recortó|Se recortaron) %n celda(s), más (larga|largas) de lo que admite una hoja.</numerusform>
                <numerusform>(Se recortó|Se recortaron) %n celda(s), más (larga|largas) de lo que admite una hoja.</numerusform>
            </translation>
        </message>
        <message>
            <source>Show in folder</source>
            <translation>Mostrar en la carpeta</translation>
        </message>
        <message>
            <source>Back up to</source>
            <translation>Guardar copia en</translation>
        </message>
        <message>
            <source>Back up</source>
            <translation>Copia de seguridad</translation>
        </message>
        <message>
            <source>Backed up to {file}</source>
            <translation>Copia guardada en {file}</translation>
        </message>
        <message>
            <source>Check the database</source>
            <translation>Comprobar la base de datos</translation>
        </message>
        <message>
            <source>The database is sound.</source>
            <translation>La base de datos está en orden.</translation>
        </message>
        <message>
            <source>The database is damaged</source>
            <translation>La base de datos está dañada</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Cerrar</translation>
        </message>
        <message>
            <source>No file manager answered. The log is in {folder}</source>
            <translation>Ningún gestor de archivos respondió. El registro está en {folder}</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Copiar</translation>
        </message>
        <message>
            <source>Look up what this program is</source>
            <translation>Consultar qué es este programa</translation>
        </message>
    </context>
    <context>
        <name>_Delegate</name>
        <message>
            <source>left out</source>
            <translation>excluido</translation>
        </message>
        <message>
            <source>linked already</source>
            <translation>ya vinculado</translation>
        </message>
        <message numerus="yes">
            <source>%Ln record(s)</source>
            <translation>
                <numerusform>%Ln registro</numerusform>
                <numerusform>%Ln registros</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>window</name>
        <message>
            <source>Start the local API</source>
            <translation>Iniciar la API local</translation>
        </message>
        <message>
            <source>Start the demo</source>
            <translation>Iniciar la demo</translation>
        </message>
    </context>
</TS>
