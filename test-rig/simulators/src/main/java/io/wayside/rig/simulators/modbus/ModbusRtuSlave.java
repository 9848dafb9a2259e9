// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.modbus;

import io.wayside.rig.simulators.clock.RigClock;
import io.wayside.rig.simulators.transport.BytePipe;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Modbus units on one serial line. Unit 0 means all, and nobody answers. A frame with a wrong
 * check, or for a unit that is not there, is not answered.
 *
 * <p>A frame ends where its function says it does, or after a silence; silences of 3.5 characters
 * cannot be seen through a pseudo-terminal, so 10 ms stand for them.
 */
public final class ModbusRtuSlave implements AutoCloseable {

  private static final Duration LOOKING = Duration.ofMillis(5);
  private static final int SILENT_LOOKS = 2;
  private static final int LONGEST = 256;

  private final RigClock clock;
  private final BytePipe pipe;
  private final Map<Integer, RegisterImage> units;
  private final ModbusFaults faults = new ModbusFaults();
  private RigClock.@Nullable Task looking;
  private byte[] heard = {};
  private int silentLooks;
  private final AtomicLong dropped = new AtomicLong();

  /**
   * @param pipe already open
   * @param units by number, 1 to 247
   */
  public ModbusRtuSlave(
      RigClock clock, BytePipe pipe, Map<Integer, ? extends RegisterImage> units) {
    this.clock = clock;
    this.pipe = pipe;
    this.units = Map.copyOf(units);
  }

  public synchronized void start() {
    if (looking == null) {
      looking = clock.every(LOOKING, this::look);
    }
  }

  public ModbusFaults faults() {
    return faults;
  }

  /** Stretches of bytes that were no frame. */
  public long dropped() {
    return dropped.get();
  }

  private void look(long dueNanos) {
    byte[] more = pipe.read();
    silentLooks = more.length == 0 ? silentLooks + 1 : 0;
    heard = joined(heard, more);
    for (int length = frameLength(); length > 0; length = frameLength()) {
      byte[] frame = Arrays.copyOf(heard, length);
      heard = Arrays.copyOfRange(heard, length, heard.length);
      obey(frame);
    }
    boolean stale = silentLooks >= SILENT_LOOKS || heard.length > LONGEST;
    if (heard.length > 0 && stale) {
      dropped.incrementAndGet();
      heard = new byte[0];
    }
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  /** Bytes of the whole frame at the beginning of what was heard; 0 when there is none yet. */
  private int frameLength() {
    int length = statedLength();
    boolean whole = length <= heard.length && length > 0;
    return whole && Crc16.holds(Arrays.copyOf(heard, length)) ? length : 0;
  }

  /** Unknown functions are taken to end with the silence. */
  private int statedLength() {
    if (heard.length < 4) {
      return 0;
    }
    return switch (heard[1]) {
      case 1, 2, 3, 4, 5, 6 -> 8;
      case 15, 16 -> heard.length < 7 ? 0 : 9 + (heard[6] & 0xFF);
      default -> silentLooks >= SILENT_LOOKS ? heard.length : 0;
    };
  }

  private void obey(byte[] frame) {
    int unit = frame[0] & 0xFF;
    byte[] request = Arrays.copyOfRange(frame, 1, frame.length - 2);
    if (unit == 0) {
      units.values().forEach(image -> ModbusUnit.answer(request, image));
      return;
    }
    RegisterImage image = units.get(unit);
    if (image == null) {
      return;
    }
    ModbusFault fault = faults.next();
    byte[] content = faults.content(fault, request, ModbusUnit.answer(request, image));
    byte[] addressed = joined(new byte[] {(byte) ModbusFaults.unit(fault, unit)}, content);
    byte[] sent = ModbusFaults.sent(fault, Crc16.appended(addressed));
    if (fault == ModbusFault.LATE) {
      clock.after(faults.delay(fault), () -> pipe.write(sent));
    } else if (sent.length > 0) {
      pipe.write(sent);
    }
  }

  /** Switches off; the pipe stays as it is. */
  @Override
  public synchronized void close() {
    if (looking != null) {
      looking.cancel();
      looking = null;
    }
  }
}
