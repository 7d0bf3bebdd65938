// Calls the dashboard's functions with the vendor's own client; prints what each gave, or threw, as one JSON document.
const { createRequire } = require("node:module");
const vendor = createRequire(`${process.env.CONVEX_PLACE}/`);
const { ConvexHttpClient } = vendor("convex/browser");
const { anyApi: api } = vendor("convex/server");

async function outcome(call) {
  try {
    return { value: await call() };
  } catch (error) {
    return { thrown: error.message };
  }
}

async function main([url, key]) {
  const client = new ConvexHttpClient(url);
  client.setAuth(key);
  const listed = await client.query(api.dexQueries.listContacts, { limit: 2 });
  const contactId = listed.contacts[0]._id;
  const updates = { description: "by the vendor's client", birthday: "1990-01-15" };
  const stranger = new ConvexHttpClient(url);
  stranger.setAuth("wrong");
  console.log(
    JSON.stringify({
      listed,
      updated: await outcome(() => client.mutation(api.dexSync.updateContact, { contactId, updates })),
      contact: await outcome(() => client.query(api.dexQueries.getContactById, { contactId })),
      fetched: await outcome(() => client.action(api.dexActions.testFetchDexContacts, {})),
      stats: await outcome(() => client.query(api.dexQueries.getSyncStats, {})),
      unknown: await outcome(() => client.query(api.dexQueries.nothing, {})),
      nobody: await outcome(() => client.query(api.dexQueries.getContactById, { contactId: "none" })),
      mistaken: await outcome(() => client.query(api.dexSync.updateContact, { contactId, updates })),
      stranger: await outcome(() => stranger.query(api.dexQueries.getSyncStats, {})),
    }),
  );
}

main(process.argv.slice(2));
