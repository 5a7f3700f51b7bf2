// How far a reading or a forecast is, asked for every second until it is over.

export function startJob() {
  const job = document.querySelector("#job");
  if (["done", "failed"].includes(job.dataset.now)) return;
  const bar = job.querySelector("progress");
  const timer = setInterval(async () => {
    const answer = await fetch(job.dataset.state);
    if (!answer.ok) return;
    const told = await answer.json();
    for (const field of job.querySelectorAll("[data-field]")) field.textContent = told[field.dataset.field];
    if (told.files_total) {
      bar.max = told.files_total;
      bar.value = told.files_done;
    }
    if (["done", "failed"].includes(told.state)) {
      clearInterval(timer);
      location.reload();
    }
  }, 1000);
}
