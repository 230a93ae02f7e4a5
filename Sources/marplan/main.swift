import PlanCommands

runMarplan()
