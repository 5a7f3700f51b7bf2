// Loads what a page needs beyond reading. Every page works without it.
import { startKeys } from "./keys.js";
import { startSearch } from "./search.js";
import { startQueue } from "./queue.js";
import { startJob } from "./job.js";
import { startEditing } from "./editing.js";

const page = document.body.dataset.page;
startKeys(page);
startEditing();
if (page === "search") startSearch();
if (page === "queue") startQueue();
if (document.querySelector("#job")) startJob();
