// #region suites
import { portSuites } from "@portail-famille/core/testing"
import { migratedStores } from "./migrated.ts"

portSuites("PostgreSQL", migratedStores)
// #endregion
