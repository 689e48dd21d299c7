// Loaded before the program: what a verb prints may depend on the day, and is shown as of this one.
const instant = Date.UTC(2026, 10, 1);
Date.now = () => instant;
