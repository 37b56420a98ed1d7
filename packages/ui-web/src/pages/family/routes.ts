import { childrenPage } from "./children.ts"
import { documentsPage } from "./documents.ts"
import { homePage } from "./home.ts"
import { recordPage } from "./record.ts"

/** Home, the family's record, its children, the commune's documents. */
export const familyPages = [homePage, recordPage, childrenPage, documentsPage] as const
