package dev.konflux.release.collectors.git;

import java.io.IOException;

/** What a server does, or a repository holds, is not put up with. The message names the limit, and is told wherever JGit wraps it up. */
final class Refusal extends IOException {

    private static final long serialVersionUID = 1;

    Refusal(String message) {
        super(message);
    }
}
