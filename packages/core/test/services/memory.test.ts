import { stores } from "../../src/services/memory/index.ts"
import { portSuites } from "../../src/testing/index.ts"

portSuites("memory", stores)
