// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.hostile;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Threads of one trial, ended with it. */
final class Threads implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Threads.class);

  private final Set<Thread> running = ConcurrentHashMap.newKeySet();

  /** What a thread does. */
  interface Work {
    void run() throws IOException, InterruptedException;
  }

  /**
   * Starts one.
   *
   * @param failed done when the work ends by an exception
   */
  Thread start(String name, Work work, Runnable failed) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException | InterruptedException ended) {
                LOG.debug("{} ends: {}", name, ended.getMessage());
                failed.run();
              } catch (RuntimeException defect) {
                LOG.error("{} failed", name, defect);
                failed.run();
              } finally {
                running.remove(Thread.currentThread());
              }
            },
            name);
    thread.setDaemon(true);
    running.add(thread);
    thread.start();
    return thread;
  }

  @Override
  public void close() {
    running.forEach(Thread::interrupt);
  }
}
