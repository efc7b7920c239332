"""`wirehouse ui`: Dagster's UI and daemon on 127.0.0.1, with their state under data/."""

import os
import signal
import subprocess
import sys

import typer

from pipelines.paths import default_warehouse, inbox, project_root

SETTINGS = "telemetry:\n  enabled: false\nnux:\n  enabled: false\n"


def serve(port: int) -> None:
    """Run `dg dev` until it is interrupted."""
    home = default_warehouse() / "dagster"
    home.mkdir(parents=True, exist_ok=True)
    inbox(default_warehouse()).mkdir(exist_ok=True)
    (home / "dagster.yaml").write_text(SETTINGS, encoding="utf-8")
    typer.echo(f"Dagster's UI: http://127.0.0.1:{port} (state in {home}; Ctrl-C ends it)")
    command = [
        sys.executable,
        "-m",
        "dagster",
        "dev",
        "-w",
        "workspace.yaml",
        "-h",
        "127.0.0.1",
        "-p",
        str(port),
    ]
    environment = {**os.environ, "DAGSTER_HOME": str(home), "DAGSTER_DISABLE_TELEMETRY": "1"}
    with subprocess.Popen(command, cwd=project_root(), env=environment) as process:
        try:
            process.wait()
        except KeyboardInterrupt:
            process.send_signal(signal.SIGINT)
            process.wait()
