// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One trial's factors. The first five are crossed with each other in full; which broker, which
 * protocol and what becomes of the gateway itself go round beside them.
 */
record Combination(
    int number,
    Latency latency,
    Loss loss,
    HalfOpen halfOpen,
    Restart restart,
    Behaviour behaviour,
    Maker maker,
    Wire wire,
    Gateway gateway) {

  /** A factor's value in words. */
  interface Factor {
    String name();

    default String words() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /** There and back, with a jitter of a half in each direction for the longest. */
  enum Latency implements Factor {
    NONE(0, 0),
    RTT_80_MS(40, 0),
    RTT_600_MS_WITH_JITTER(300, 150);

    final int oneWayMs;
    final int jitterMs;

    Latency(int oneWayMs, int jitterMs) {
      this.oneWayMs = oneWayMs;
      this.jitterMs = jitterMs;
    }
  }

  /** TCP repairs lost packets: what is left of them is waiting, or the connection's end. */
  enum Loss implements Factor {
    NONE,
    STALLS,
    RESETS
  }

  /** Bytes of connections that stand are swallowed, and no socket is closed. */
  enum HalfOpen implements Factor {
    NONE,
    TOWARDS_BROKER,
    TOWARDS_GATEWAY,
    BOTH_WAYS
  }

  /** Of the broker, in the middle. */
  enum Restart implements Factor {
    NONE,
    WITH_STATE,
    WITHOUT_STATE
  }

  /** What the broker does beside its duty. */
  enum Behaviour implements Factor {
    NONE,
    ACKNOWLEDGES_LATE,
    ACKNOWLEDGES_TOO_LATE,
    ACKNOWLEDGES_OUT_OF_ORDER,
    REFUSES_BY_CODE,
    REFUSES_CONNECTIONS,
    ACCEPTS_AND_DROPS,
    ENDS_ON_CONNECT,
    ENDS_ON_FIRST_PUBLISH,
    ENDS_ON_SUBSCRIBE,
    ENDS_ON_NTH_PUBLISH,
    ENDS_ON_NTH_PUBACK
  }

  /** Whose broker. */
  enum Maker implements Factor {
    MOSQUITTO,
    MOQUETTE
  }

  /** Which transport of the uplink. */
  enum Wire implements Factor {
    MQTT_3,
    MQTT_5
  }

  /** What becomes of the gateway in the middle. */
  enum Gateway implements Factor {
    STAYS,
    RESTARTED,
    KILLED
  }

  /** All that can be crossed, in a fixed order. */
  static List<Combination> all() {
    List<Combination> all = new ArrayList<>();
    for (Latency latency : Latency.values()) {
      for (Loss loss : Loss.values()) {
        for (HalfOpen halfOpen : HalfOpen.values()) {
          for (Restart restart : Restart.values()) {
            for (Behaviour behaviour : Behaviour.values()) {
              int n = all.size();
              // Steps that share no divisor with the numbers of values, so that pairs vary.
              Maker maker = n % 5 == 3 ? Maker.MOQUETTE : Maker.MOSQUITTO;
              Wire wire = maker == Maker.MOSQUITTO && n % 7 < 2 ? Wire.MQTT_5 : Wire.MQTT_3;
              Gateway gateway =
                  n % 11 == 4
                      ? Gateway.KILLED
                      : n % 11 % 5 == 2 ? Gateway.RESTARTED : Gateway.STAYS;
              all.add(
                  new Combination(
                      n, latency, loss, halfOpen, restart, behaviour, maker, wire, gateway));
            }
          }
        }
      }
    }
    return List.copyOf(all);
  }

  /** Every factor with its name, in the order of the table. */
  List<Factor> factors() {
    return List.of(latency, loss, halfOpen, restart, behaviour, maker, wire, gateway);
  }

  static final List<String> FACTOR_NAMES =
      List.of(
          "latency",
          "loss",
          "half-open",
          "broker restart",
          "broker behaviour",
          "broker",
          "transport",
          "gateway");

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("#" + number);
    List<Factor> factors = factors();
    for (int i = 0; i < factors.size(); i++) {
      text.append(i == 0 ? " " : ", ").append(FACTOR_NAMES.get(i)).append(' ');
      text.append(factors.get(i).words());
    }
    return text.toString();
  }
}
