// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.gate;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the other gates of the station have said of media, as far as it still counts. Times are
 * monotonic nanoseconds of this gate's clock. For the gate's thread.
 */
public final class OtherGates {

  /** A gate says twice a second that it is there. */
  private static final long ALIVE_NANOS = 2_000_000_000L;

  /** A tap under way is said again and again; a gate that fell silent holds nobody up. */
  private static final long UNDER_WAY_NANOS = 1_000_000_000L;

  private final Map<String, Long> heard = new LinkedHashMap<>();
  private final Recent<UnderWay> underWay;
  private final Recent<Passed> passed;

  private record UnderWay(String gate, long heardNanos) {}

  /** The owner of a medium was seen to pass another gate. */
  public record Passed(String gate, Way way, long atNanos) {}

  /**
   * None was heard yet.
   *
   * @param most media that are remembered
   */
  public OtherGates(Collection<String> gates, int most) {
    gates.forEach(gate -> heard.put(gate, null));
    this.underWay = new Recent<>(most);
    this.passed = new Recent<>(most);
  }

  /** Whether it is one of those that are listened to; then it is there. */
  public boolean alive(String gate, long nowNanos) {
    if (!heard.containsKey(gate)) {
      return false;
    }
    heard.put(gate, nowNanos);
    return true;
  }

  public void underWay(String gate, String token, long nowNanos) {
    if (underWay(token, nowNanos).filter(other -> !other.equals(gate)).isEmpty()) {
      underWay.set(token, Optional.of(new UnderWay(gate, nowNanos)));
    }
  }

  /** Nobody passed there on it. */
  public void released(String gate, String token) {
    if (underWay.of(token).filter(claim -> claim.gate().equals(gate)).isPresent()) {
      underWay.set(token, Optional.empty());
    }
  }

  /** Somebody was seen to pass there on it. */
  public void passed(String gate, String token, Way way, long atNanos) {
    released(gate, token);
    if (passed.of(token).filter(known -> known.atNanos() - atNanos >= 0).isEmpty()) {
      passed.set(token, Optional.of(new Passed(gate, way, atNanos)));
    }
  }

  /** The gate at which a tap of this medium is under way. */
  public Optional<String> underWay(String token, long nowNanos) {
    return underWay
        .of(token)
        .filter(claim -> nowNanos - claim.heardNanos() < UNDER_WAY_NANOS)
        .map(UnderWay::gate);
  }

  /** Where its owner was seen to pass last. */
  public Optional<Passed> passed(String token) {
    return passed.of(token);
  }

  /** Whether all of them can be heard, so that what they do not say is not so. */
  public boolean isWhole(long nowNanos) {
    return heard.values().stream().allMatch(at -> at != null && nowNanos - at < ALIVE_NANOS);
  }

  /** Whether this one was heard lately. */
  public boolean isHeard(String gate, long nowNanos) {
    Long at = heard.get(gate);
    return at != null && nowNanos - at < ALIVE_NANOS;
  }
}
