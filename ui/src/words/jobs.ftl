### Jobs: exports and imports that take their time.

job-stopping = Stopping…
job-stop = Stop
job-percent = { $percent } %
action-stop-job = stop the export or import that runs
said-no-job = Nothing is running that could be stopped.

## From the program

job-export = Writing and reading back…
job-import = Reading files…
problem-stopped = Stopped. Nothing of it was kept.
problem-job = An export or import is still running.
hint-job = Wait until it is done, or stop it with Shift+Escape.
