//! The one command of the window: a name and JSON in, JSON out, as raw text.

use postil_app::problem::Problem;
use postil_app::worker::Worker;
use tauri::State;
use tauri::ipc::{InvokeBody, Request, Response};

/// The header that names the command.
const COMMAND: &str = "postil-command";

/// Runs a command of `postil-app`. A refusal is a `Problem` as JSON.
#[tauri::command]
pub async fn call(request: Request<'_>, worker: State<'_, Worker>) -> Result<Response, String> {
    let command = request
        .headers()
        .get(COMMAND)
        .and_then(|name| name.to_str().ok())
        .map(str::to_owned);
    let json = match request.body() {
        InvokeBody::Raw(bytes) => {
            String::from_utf8(bytes.clone()).map_err(|error| error.to_string())
        }
        InvokeBody::Json(value) => Ok(value.to_string()),
    };
    let answer = match (command, json) {
        (Some(command), Ok(json)) => worker.call(command, json).await,
        (None, _) => Err(Problem::internal("a request without a command")),
        (_, Err(error)) => Err(Problem::internal(error)),
    };
    answer
        .map(|json| Response::new(json.into_bytes()))
        .map_err(|problem| serde_json::to_string(&problem).unwrap_or_default())
}
