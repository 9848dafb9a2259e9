// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.modbus;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** The faults of the answers to come, first ordered, first done; then all is well again. */
public final class ModbusFaults {

  private final Deque<ModbusFault> ordered = new ArrayDeque<>();
  private Duration lateBy = Duration.ofSeconds(2);
  private int exceptionCode = RegisterImage.Refused.BUSY;
  private long struck;

  /** Orders a fault for each of the next so many answers, behind those ordered before. */
  public synchronized void order(ModbusFault fault, int answers) {
    for (int i = 0; i < answers; i++) {
      ordered.add(fault);
    }
  }

  /** Ends all faults that have not struck. */
  public synchronized void clear() {
    ordered.clear();
  }

  public synchronized void lateBy(Duration delay) {
    lateBy = delay;
  }

  public synchronized void exceptionCode(int code) {
    exceptionCode = code;
  }

  /** How many answers were struck. */
  public synchronized long struck() {
    return struck;
  }

  synchronized @Nullable ModbusFault next() {
    ModbusFault fault = ordered.poll();
    struck += fault == null ? 0 : 1;
    return fault;
  }

  synchronized Duration delay(@Nullable ModbusFault fault) {
    return fault == ModbusFault.LATE ? lateBy : Duration.ZERO;
  }

  /** The answer's function code and data, or the exception in their place. */
  synchronized byte[] content(@Nullable ModbusFault fault, byte[] request, byte[] answer) {
    return fault == ModbusFault.EXCEPTION
        ? ModbusUnit.exception(request[0], exceptionCode)
        : answer;
  }

  static int unit(@Nullable ModbusFault fault, int unit) {
    return fault == ModbusFault.WRONG_UNIT ? (unit + 1) & 0xFF : unit;
  }

  /** What is sent of a frame. */
  static byte[] sent(@Nullable ModbusFault fault, byte[] frame) {
    if (fault == ModbusFault.SILENT) {
      return new byte[0];
    }
    if (fault == ModbusFault.TRUNCATED) {
      return Arrays.copyOf(frame, frame.length / 2);
    }
    byte[] sent = frame.clone();
    if (fault == ModbusFault.GARBAGE) {
      new Random(Arrays.hashCode(frame)).nextBytes(sent);
    }
    if (fault == ModbusFault.WRONG_CRC) {
      sent[sent.length - 1] ^= 1;
    }
    return sent;
  }
}
