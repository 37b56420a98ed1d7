// #region suite
import * as Memory from "@portail-famille/core/services/memory/index"
import { runSuites, suites } from "@portail-famille/core/testing"
import { Layer } from "effect"
import { layerDocuments } from "./ownDocuments.ts"

const ports = Layer.mergeAll(Memory.stores, layerDocuments)

runSuites(
  "documents in maps",
  ports,
  suites.filter(({ port }) => port === "Documents")
)
// #endregion
