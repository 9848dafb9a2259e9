// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.wayside.core.device.Device;
import io.wayside.core.device.Interruption;
import io.wayside.core.device.Listener;
import io.wayside.core.device.Source;
import io.wayside.core.health.Health;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every source promises to its listeners while all is well; see {@link Source}. */
public abstract class SourceContract<D extends Device & Source<E>, E>
    extends DeviceContract<D, SourceHarness<D, E>> {

  private static final int BURST = 50;

  private int number;

  /** When an event happened, as it says itself. */
  protected abstract long timeOf(E event);

  /** Whether a busy listener misses events by contract, so that a suite must say them again. */
  protected boolean missesWhenBusy() {
    return false;
  }

  protected final Heard<E> subscribed() {
    Heard<E> heard = new Heard<>();
    device().subscribe(heard);
    return heard;
  }

  /** Has the peer say the next thing and waits until every one of these has heard it. */
  @SafeVarargs
  protected final int say(Heard<E>... everyone) {
    int said = nextNumber();
    List<Integer> before =
        IntStream.range(0, everyone.length).map(i -> count(everyone[i])).boxed().toList();
    harness().peerSays(said);
    for (int i = 0; i < everyone.length; i++) {
      Heard<E> heard = everyone[i];
      int already = before.get(i);
      eventually()
          .until(
              "the listener hears what the peer says",
              () -> {
                boolean there =
                    heard.events().stream().skip(already).anyMatch(e -> harness().carries(e, said));
                if (!there && missesWhenBusy()) {
                  harness().peerSays(said);
                }
                return there;
              });
    }
    return said;
  }

  /**
   * Has the peer say several things, each heard, so that what was on its way to a listener that
   * should hear nothing has had its time, even on a thread of its own.
   */
  protected final void sayUntilAllHasCome(Heard<E> staying) {
    for (int i = 0; i < 10; i++) {
      say(staying);
    }
  }

  protected final int nextNumber() {
    number = number % 100 + 1;
    return number;
  }

  private int count(Heard<E> heard) {
    return heard.events().size();
  }

  @Test
  void isInOrderWhileThePeerSpeaks() {
    say(subscribed());

    eventually().until("health is ok", () -> health().status() == Health.Status.OK);
  }

  @Test
  void deliversWhatThePeerSaysWithTheTimeItHappened() {
    Heard<E> heard = subscribed();
    for (int i = 0; i < 10; i++) {
      int before = count(heard);
      long earliest = harness().monotonicNanos();
      say(heard);

      assertThat(heard.events().stream().skip(before).mapToLong(this::timeOf))
          .isNotEmpty()
          .allSatisfy(t -> assertThat(t).isBetween(earliest, harness().monotonicNanos()));
    }
  }

  @Test
  void deliversInTheOrderOfMonotonicTimeOneCallAtATime() {
    Heard<E> heard = subscribed();
    IntStream.range(0, BURST).forEach(i -> harness().peerSays(nextNumber()));
    say(heard);
    say(heard); // an older one that came after the last has been noted by now

    assertThat(heard.events().stream().map(this::timeOf)).isSorted();
    assertThat(heard.overlapped()).isFalse();
  }

  @Test
  void deliversEverythingOnceUnlessABusyListenerMayMissIt() {
    Heard<E> heard = subscribed();
    int first = say(heard);
    if (missesWhenBusy()) {
      return;
    }
    for (int i = 1; i < BURST; i++) {
      harness().peerSays(nextNumber());
    }
    eventually().until("all " + BURST + " are heard", () -> count(heard) >= BURST);
    say(heard); // whatever was doubled has come by now

    assertThat(heard.events()).hasSize(BURST + 1);
    for (int i = 0; i <= BURST; i++) {
      assertThat(harness().carries(heard.events().get(i), first + i)).isTrue();
    }
  }

  @Test
  void tellsEveryListener() {
    Heard<E> one = subscribed();
    Heard<E> other = subscribed();

    say(one, other);
    say(one, other);
  }

  @Test
  void repeatsNothingThatWasHeardEarlier() {
    Heard<E> early = subscribed();
    int earlier = say(early);
    Heard<E> late = subscribed();
    int later = say(early, late);

    assertThat(late.events()).allMatch(event -> harness().carries(event, later));
    assertThat(late.events()).noneMatch(event -> harness().carries(event, earlier));
  }

  @Test
  void deliversNothingAfterClose() {
    Heard<E> staying = subscribed();
    Heard<E> leaving = new Heard<>();
    Source.Subscription subscription = device().subscribe(leaving);
    say(staying, leaving);
    subscription.close();
    String heardBefore = leaving.trace();
    sayUntilAllHasCome(staying);

    assertThat(leaving.trace()).isEqualTo(heardBefore);
  }

  @Test
  void closingTwiceDoesNoHarm() {
    Heard<E> staying = subscribed();
    Source.Subscription subscription = device().subscribe(new Heard<E>());
    subscription.close();

    assertThatCode(subscription::close).doesNotThrowAnyException();
    say(staying);
  }

  @Test
  void aListenerThatThrowsDisturbsNobodyAndShowsInHealth() {
    device().subscribe(new Throwing<>());
    Heard<E> other = subscribed();
    device().subscribe(new Throwing<>());
    say(other);
    say(other);

    eventually().until("health is not ok", () -> health().status() != Health.Status.OK);
    assertThat(health().code()).isNotEqualTo("ok");
    assertThat(health().message()).contains(device().deviceId());
  }

  @Test
  void aListenerThatThrowsAtAnInterruptionDisturbsNobody() {
    Throwing<E> throwing = new Throwing<>();
    device().subscribe(throwing);
    Heard<E> other = subscribed();
    harness().breakLink();

    eventually().until("the other one is told", () -> !other.interruptions().isEmpty());
    // A device may tell each on a thread of its own: what the throw breaks may break only then.
    eventually().until("the one that throws is told", throwing::hasThrown);
    harness().restoreLink();
    awaitBack(other);
    harness().breakLink();
    eventually().until("the other one is told again", () -> other.interruptions().size() > 1);
    harness().restoreLink();
  }

  /** After a link was restored: has the peer say things until one is heard. */
  protected final void awaitBack(Heard<E> heard) {
    int before = count(heard);
    eventually()
        .until(
            "data after the outage",
            () -> {
              harness().peerSays(nextNumber());
              return count(heard) > before;
            });
  }

  private static final class Throwing<E> implements Listener<E> {
    private volatile boolean thrown;

    boolean hasThrown() {
      return thrown;
    }

    @Override
    public void received(E event) {
      thrown = true;
      throw new IllegalStateException("a listener that throws");
    }

    @Override
    public void interrupted(Interruption interruption) {
      thrown = true;
      throw new IllegalStateException("a listener that throws");
    }
  }
}
