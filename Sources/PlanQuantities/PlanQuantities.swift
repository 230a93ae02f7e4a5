import PlanText
