package dev.konflux.release.testkit.server;

import java.util.concurrent.CountDownLatch;

/** Holds answers back until a test opens it. Once open it stays open. */
public final class Gate {

    private final CountDownLatch open = new CountDownLatch(1);
    private final CountDownLatch reached = new CountDownLatch(1);

    /** Lets all answers pass. */
    public void open() {
        open.countDown();
    }

    /** Waits until an answer is held back here. */
    public void awaitAnswer() throws InterruptedException {
        reached.await();
    }

    void pass() throws InterruptedException {
        reached.countDown();
        open.await();
    }
}
