package dev.konflux.release.model;

/**
 * Where the git resolver finds a pipeline.
 *
 * @param url repository
 * @param revision branch or full commit hash
 * @param pathInRepo file inside the repository
 */
public record GitReference(String url, String revision, String pathInRepo) {}
