// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.hostile;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Writes down which records went over the link, and which of them a broker acknowledged. */
final class Wiretap {

  private final List<Session> sessions = new ArrayList<>();
  private final Set<Key> sentEver = new HashSet<>();
  private final Map<Key, Long> acknowledgedAtNanos = new HashMap<>();
  private boolean replaying;
  private boolean lossStruck;

  /** A new connection. */
  synchronized Session begin() {
    Session session = new Session();
    sessions.add(session);
    return session;
  }

  /** From now on old records are asked for: what comes again is no repeat and in no order. */
  synchronized void replaying() {
    replaying = true;
  }

  synchronized boolean hasLossStruck() {
    return lossStruck;
  }

  /** Whether a broker's acknowledgement of it was passed on to the gateway. */
  synchronized boolean acknowledged(Key key) {
    return acknowledgedAtNanos.containsKey(key);
  }

  /** Records acknowledged in the last moments. */
  synchronized int acknowledgedWithin(long ms) {
    long since = System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(ms);
    return (int) acknowledgedAtNanos.values().stream().filter(at -> at - since > 0).count();
  }

  /** Connections over which records went. */
  synchronized int carrying() {
    return (int) sessions.stream().filter(session -> session.records > 0).count();
  }

  /** Records that went again, in each connection. */
  synchronized List<Integer> repeats() {
    return sessions.stream().filter(s -> s.records > 0).map(s -> s.repeats).toList();
  }

  /** Records of one connection that came to the broker out of their order. */
  synchronized List<String> disorders() {
    return sessions.stream().map(s -> s.disorders).flatMap(Collection::stream).toList();
  }

  /** One connection. */
  final class Session {
    private final Map<Integer, Key> underWay = new HashMap<>();
    private final Map<String, Order> orders = new HashMap<>();
    private final List<String> disorders = new ArrayList<>();
    private final Set<Key> sent = new HashSet<>();
    private int protocolLevel;
    private boolean accepted;
    private int records;
    private int repeats;

    private Session() {}

    boolean accepted() {
      synchronized (Wiretap.this) {
        return accepted;
      }
    }

    /** The gateway sent it; it need not arrive. */
    void sent(Packet packet) {
      synchronized (Wiretap.this) {
        if (packet.type() == Packet.CONNECT) {
          protocolLevel = packet.protocolLevel();
        }
        Sent record = record(packet);
        if (record != null) {
          records++;
          underWay.put(packet.packetId(), record.key());
          boolean again = !sentEver.add(record.key());
          if (!sent.add(record.key()) && !replaying) {
            disorders.add(record.key() + " went twice over one connection");
          } else if (again && !replaying) {
            repeats++;
          }
        }
      }
    }

    /** It was written to the broker. */
    void passedUp(Packet packet) {
      synchronized (Wiretap.this) {
        Sent record = record(packet);
        if (record != null && !replaying) {
          Order order =
              orders.computeIfAbsent(record.key().stream(), s -> new Order(record.strict()));
          if (!order.takes(record.key().sequence())) {
            disorders.add(record.key() + " came after " + order.last());
          }
        }
      }
    }

    /** It was written to the gateway. */
    void passedDown(Packet packet) {
      synchronized (Wiretap.this) {
        if (packet.type() == Packet.CONNACK) {
          accepted = packet.accepts();
        } else if (packet.type() == Packet.PUBACK && packet.acknowledges()) {
          Key key = underWay.remove(packet.packetId());
          if (key != null) {
            acknowledgedAtNanos.putIfAbsent(key, System.nanoTime());
          }
        }
      }
    }

    void lossStruck() {
      synchronized (Wiretap.this) {
        lossStruck = true;
      }
    }

    private @Nullable Sent record(Packet packet) {
      if (packet.type() != Packet.PUBLISH || !packet.hasPacketId()) {
        return null;
      }
      try {
        return Json.read(packet.payload(protocolLevel)).root() instanceof Value.Fields fields
                && fields.get("stream") instanceof Value.Text stream
                && fields.get("sequence") instanceof Value.Whole sequence
                && fields.get("importance") instanceof Value.Text importance
            ? new Sent(
                new Key(stream.value(), sequence.value()),
                Set.of("money", "enforcement").contains(importance.value()))
            : null;
      } catch (GarbledData noRecord) {
        return null;
      }
    }
  }

  /**
   * @param strict whether its stream may not be shared between fresh and backlog
   */
  private record Sent(Key key, boolean strict) {}

  /**
   * The order within one stream and connection: rising, or, where fresh records share the link with
   * a backlog, two rising runs.
   */
  private static final class Order {
    private final boolean strict;
    private long fresh;
    private long backlog;

    Order(boolean strict) {
      this.strict = strict;
    }

    boolean takes(long sequence) {
      if (sequence > fresh) {
        fresh = sequence;
        return true;
      }
      if (!strict && sequence > backlog && sequence < fresh) {
        backlog = sequence;
        return true;
      }
      return false;
    }

    long last() {
      return fresh;
    }
  }
}
