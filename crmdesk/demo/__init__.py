"""Small faithful CRMs on loopback: demo mode, the weather lab and every test talk to them over real HTTP."""
