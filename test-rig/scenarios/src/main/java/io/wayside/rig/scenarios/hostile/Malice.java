// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.hostile;

import io.wayside.rig.scenarios.hostile.Combination.Behaviour;
import java.util.Random;

/**
 * What a broker does to one connection, decided once; asked by one thread for what comes up and by
 * another for what goes down.
 */
final class Malice {

  private static final int[] CODES_3 = {2, 3, 4, 5}; // MQTT 3.1.1, table 3.1
  private static final int[] CODES_5 = {0x80, 0x85, 0x86, 0x87}; // MQTT 5, 3.2.2.2, without a rest
  private static final int NTH_WITHIN = 30;

  private final Behaviour behaviour;
  private final Random random;
  private final long patienceMs;
  private final int nth;
  private int publishes;
  private int acknowledgements;
  private volatile boolean struck;

  /** What happens to a packet. */
  sealed interface Fate {
    /** It goes on, later by so much; and may overtake. */
    record Passes(long laterMs, boolean mayOvertake) implements Fate {}

    /** It does not go on, and the connection ends. */
    record Ends() implements Fate {}

    /** The client gets this for an answer, and the connection ends. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Answered(byte[] answer) implements Fate {}
  }

  private static final Fate PASSES = new Fate.Passes(0, false);
  private static final Fate ENDS = new Fate.Ends();

  private Malice(Behaviour behaviour, Random random, long patienceMs) {
    this.behaviour = behaviour;
    this.random = random;
    this.patienceMs = patienceMs;
    this.nth = 1 + random.nextInt(NTH_WITHIN);
  }

  /**
   * For a new connection.
   *
   * @param feltBefore until it was felt every connection is struck, later two of three
   */
  static Malice of(Behaviour behaviour, boolean feltBefore, Random random, long patienceMs) {
    boolean strikes = !feltBefore || random.nextInt(3) > 0;
    return new Malice(strikes ? behaviour : Behaviour.NONE, random, patienceMs);
  }

  /** Whether it has done anything yet. */
  boolean struck() {
    return struck;
  }

  /** Whether the connection ends before a byte was read. */
  boolean dropsAtOnce() {
    return struck(behaviour == Behaviour.ACCEPTS_AND_DROPS);
  }

  /** From the gateway. */
  Fate up(Packet packet) {
    return switch (packet.type()) {
      case Packet.CONNECT -> connect(packet);
      case Packet.SUBSCRIBE -> endsIf(behaviour == Behaviour.ENDS_ON_SUBSCRIBE);
      case Packet.PUBLISH -> {
        publishes++;
        yield endsIf(
            (publishes == 1 && behaviour == Behaviour.ENDS_ON_FIRST_PUBLISH)
                || (publishes == nth && behaviour == Behaviour.ENDS_ON_NTH_PUBLISH));
      }
      default -> PASSES;
    };
  }

  private Fate connect(Packet packet) {
    if (behaviour == Behaviour.REFUSES_BY_CODE) {
      struck = true;
      boolean five = packet.protocolLevel() >= 5;
      byte code = (byte) (five ? CODES_5 : CODES_3)[random.nextInt(4)];
      return new Fate.Answered(
          five ? new byte[] {0x20, 3, 0, code, 0} : new byte[] {0x20, 2, 0, code});
    }
    return endsIf(behaviour == Behaviour.ENDS_ON_CONNECT);
  }

  /** From the broker. */
  Fate down(Packet packet) {
    if (packet.type() != Packet.PUBACK) {
      return PASSES;
    }
    acknowledgements++;
    return switch (behaviour) {
      case ENDS_ON_NTH_PUBACK -> endsIf(acknowledgements == nth);
      case ACKNOWLEDGES_LATE -> later(patienceMs / 3 + random.nextLong(patienceMs / 3), false);
      case ACKNOWLEDGES_TOO_LATE -> later(patienceMs + patienceMs / 2, false);
      case ACKNOWLEDGES_OUT_OF_ORDER -> later(random.nextLong(150), true);
      default -> PASSES;
    };
  }

  private Fate later(long ms, boolean mayOvertake) {
    struck = true;
    return new Fate.Passes(ms, mayOvertake);
  }

  private Fate endsIf(boolean now) {
    return struck(now) ? ENDS : PASSES;
  }

  private boolean struck(boolean now) {
    if (now) {
      struck = true;
    }
    return now;
  }
}
