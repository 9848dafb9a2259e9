// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.serial;

import com.fazecast.jSerialComm.SerialPort;
import io.wayside.core.device.DeviceException;
import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.core.device.DeviceException.TimedOut;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Writes to a terminal with a limit on waiting. jSerialComm cannot: it waits for ever, or, set to
 * not wait, spins. So a thread of its own, made at the first write, does the waiting; closing the
 * port sets it free.
 */
final class SerialWriter implements AutoCloseable {

  private static final int PIECE_BYTES = 256;
  private static final long PATIENCE_S = 2;

  private final SerialPort port;
  private final String place;
  private @Nullable ExecutorService thread;

  SerialWriter(SerialPort port, String place) {
    this.port = port;
    this.place = place;
  }

  synchronized void write(byte[] bytes) throws DeviceException {
    ExecutorService worker = thread();
    for (int from = 0; from < bytes.length; from += PIECE_BYTES) {
      byte[] piece = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + PIECE_BYTES));
      if (taken(worker, piece) != piece.length) {
        throw new LinkDown(place + ": the line hung up; check plug and power of the device");
      }
    }
  }

  private int taken(ExecutorService worker, byte[] piece) throws DeviceException {
    try {
      return worker
          .submit(() -> port.writeBytes(piece, piece.length))
          .get(PATIENCE_S, TimeUnit.SECONDS);
    } catch (TimeoutException stuck) {
      throw new TimedOut(
          "%s: took nothing for %d s; check that the device reads".formatted(place, PATIENCE_S));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LinkDown(place + ": writing was given up because the gateway stops", e);
    } catch (ExecutionException e) {
      throw new LinkDown(place + ": cannot be written to", e);
    }
  }

  private ExecutorService thread() {
    if (thread == null) {
      thread =
          new ThreadPoolExecutor(
              1,
              1,
              0,
              TimeUnit.SECONDS,
              new LinkedBlockingQueue<>(1),
              work -> {
                Thread worker = new Thread(work, "serial-writer " + place);
                worker.setDaemon(true);
                return worker;
              });
    }
    return thread;
  }

  /** The port is closed by then, so that a write in progress ends. */
  @Override
  public synchronized void close() {
    if (thread != null) {
      thread.shutdown();
    }
  }
}
