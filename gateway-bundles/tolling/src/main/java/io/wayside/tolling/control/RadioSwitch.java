// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import io.wayside.core.device.DeviceException;
import io.wayside.core.device.TagSource;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns the radio on and off. A reader may take seconds to say that it did, so this is not done on
 * the lane's thread. The last wish counts, and is tried until it is done.
 */
final class RadioSwitch {

  private static final Logger LOG = LoggerFactory.getLogger(RadioSwitch.class);

  private final TagSource reader;
  private final Executor executor;
  private boolean wanted;
  private boolean wished;
  private boolean done = true;
  private boolean trying;
  private String failure = "";

  RadioSwitch(TagSource reader, Executor executor) {
    this.reader = reader;
    this.executor = executor;
  }

  void want(boolean on) {
    synchronized (this) {
      wanted = on;
      wished = true;
      done = false;
    }
    retry();
  }

  /** Called now and then. */
  void retry() {
    synchronized (this) {
      if (done || trying || !wished) {
        return;
      }
      trying = true;
    }
    executor.execute(this::turn);
  }

  private void turn() {
    boolean on;
    synchronized (this) {
      on = wanted;
    }
    String trouble = "";
    try {
      reader.radio(on);
    } catch (DeviceException notDone) {
      trouble = String.valueOf(notDone.getMessage());
    }
    settled(on, trouble);
  }

  private synchronized void settled(boolean on, String trouble) {
    trying = false;
    done = trouble.isEmpty() && on == wanted;
    if (!trouble.isEmpty() && failure.isEmpty()) {
      LOG.warn("radio of {} not turned {}: {}", reader.deviceId(), on ? "on" : "off", trouble);
    }
    failure = trouble;
  }

  /** Why the radio is not as it should be; empty when it is. */
  synchronized String failure() {
    return failure;
  }
}
