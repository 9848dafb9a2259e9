// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.lantern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.device.DeviceException;
import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.core.device.DeviceException.Refused;
import io.wayside.core.device.DeviceException.TimedOut;
import io.wayside.core.device.RegisterDevice;
import io.wayside.core.health.Health;
import io.wayside.core.health.Health.Status;
import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import io.wayside.core.time.TimeSource;
import io.wayside.core.water.Lantern.Answer;
import io.wayside.core.water.LanternOrder;
import io.wayside.driver.lantern.map.OrderBook;
import io.wayside.driver.lantern.map.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Turn by turn, with simulated time, on registers that do what the test says. */
class OrderKeeperTest {

  private static final long S = 1_000_000_000L;
  private static final int MODE = 1;
  private static final int COMMAND = 10;
  private static final int TIME = 13;
  private static final int OFFSET = 15;
  private static final LanternOrder DARK = new LanternOrder.Dark();
  private static final LanternOrder SHINE = new LanternOrder.Shine();
  private static final LanternOrder AUTOMATIC = new LanternOrder.Automatic();

  private final Cells cells = new Cells();
  private final OrderBook book = Bench.map("example-lantern").orders().orElseThrow();
  private OrderKeeper keeper;
  private long nanos = 7 * S;
  private boolean stopping;

  private final TimeSource time =
      new TimeSource() {
        @Override
        public long monotonicNanos() {
          return nanos;
        }

        @Override
        public Stamp at(long monotonicNanos) {
          return new Stamp(Instant.EPOCH, ClockQuality.unsynchronised(), "test", monotonicNanos);
        }
      };

  /** The command takes effect at once unless it is stuck. */
  private static final class Cells implements RegisterDevice {
    private final int[] holding = new int[20];
    private final List<String> written = new ArrayList<>();
    private boolean stuck;
    private boolean slow;
    private int refusedAddress = -1;
    private int lostAnswers;
    private boolean away;

    @Override
    public int[] read(Table table, int address, int count) throws DeviceException {
      check();
      int[] read = new int[count];
      System.arraycopy(holding, address, read, 0, count);
      return read;
    }

    private void check() throws LinkDown {
      if (away) {
        throw new LinkDown("unplugged");
      }
    }

    @Override
    public void write(Table table, int address, int... values) throws DeviceException {
      check();
      if (address == refusedAddress) {
        throw new Refused("exception 3");
      }
      written.add(address + "=" + values[0]);
      if (table == Table.HOLDING_REGISTERS && !stuck) {
        holding[address] = values[0];
        holding[MODE] = slow ? holding[MODE] : holding[COMMAND];
      }
      if (lostAnswers > 0) {
        lostAnswers--;
        throw new TimedOut("no answer");
      }
    }

    @Override
    public String deviceId() {
      return "modbus-1";
    }
  }

  @BeforeEach
  void bring() throws Exception {
    RegisterWriter writer = new RegisterWriter("lamp-1", cells, book.heartbeat(), time, this::rest);
    keeper = new OrderKeeper("lamp-1", book, OrderBook.Own.NONE, writer, 2 * S, time);
    cells.holding[COMMAND] = 2;
    cells.holding[MODE] = 2;
    keeper.turn();
  }

  private void rest(long rested) throws InterruptedException {
    if (stopping) {
      throw new InterruptedException("the driver is stopped");
    }
    nanos += rested;
  }

  /** One turn with an order in it. */
  private Job order(LanternOrder order, long leaseNanos) throws Exception {
    Job job = new Job(order, nanos + leaseNanos);
    keeper.give(job);
    keeper.turn();
    return job;
  }

  private static Answer answer(Job job) throws DeviceException {
    return job.await("lamp-1", 0);
  }

  private void passAndTurn(long more) throws Exception {
    nanos += more;
    keeper.turn();
  }

  @Test
  void whatItFindsDarkIsBroughtToAutomaticFirst() {
    assertThat(cells.written).containsExactly("10=0");
    assertThat(keeper.health().status()).isEqualTo(Status.OK);
  }

  @Test
  void theHeartbeatIsArmedBeforeTheOrderAndKeptWhileItIsHeld() throws Exception {
    cells.written.clear();
    assertThat(answer(order(DARK, 3 * S))).isEqualTo(Answer.CONFIRMED);
    assertThat(cells.written).startsWith("13=20", "14=21930", "10=2");

    cells.written.clear();
    for (int i = 0; i < 20; i++) {
      passAndTurn(S / 10);
    }
    assertThat(cells.written)
        .as("two seconds, a beat every 667 ms")
        .hasSize(2)
        .containsOnly("14=21930");
    passAndTurn(S);
    assertThat(cells.holding[COMMAND]).as("the lease is over").isZero();
    cells.written.clear();
    passAndTurn(S);
    assertThat(cells.written).as("no beat without a lease").isEmpty();
  }

  @Test
  void aLeaseCountsFromWhenTheOrderWasGiven() throws Exception {
    Job job = new Job(DARK, nanos + S);
    nanos += 2 * S; // it waited for so long
    keeper.give(job);
    keeper.turn();
    keeper.turn();

    assertThat(cells.holding[COMMAND]).isZero();
  }

  @Test
  void aLanternThatDoesNotTakeItsHeartbeatTimeIsGivenNoOrder() throws Exception {
    cells.refusedAddress = TIME;
    cells.written.clear();
    Job job = order(DARK, 60 * S);

    assertThatThrownBy(() -> answer(job))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("lamp-1");
    assertThat(cells.written).isEmpty();
    cells.refusedAddress = -1;
    cells.stuck = true;
    Job again = order(DARK, 60 * S);
    assertThatThrownBy(() -> answer(again))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("register 13 holds 0 and not 20");
    assertThat(cells.holding[COMMAND]).isZero();
  }

  @Test
  void aRefusedOrderLeavesTheOneBefore() throws Exception {
    answer(order(DARK, 60 * S));
    cells.refusedAddress = COMMAND;
    Job job = order(SHINE, 60 * S);

    assertThatThrownBy(() -> answer(job)).isInstanceOf(Refused.class);
    assertThat(cells.holding[COMMAND]).isEqualTo(2);
    cells.refusedAddress = -1;
    passAndTurn(30 * S);
    assertThat(cells.holding[COMMAND]).as("still its lease").isEqualTo(2);
    passAndTurn(31 * S);
    assertThat(cells.holding[COMMAND]).isZero();
  }

  @Test
  void anOrderThatIsNotDoneInTimeEndsAtAutomatic() throws Exception {
    answer(order(DARK, 60 * S));
    cells.stuck = true;
    long began = nanos;
    Job job = order(SHINE, 60 * S);

    assertThatThrownBy(() -> answer(job))
        .isInstanceOf(TimedOut.class)
        .hasMessageContaining("lamp-1");
    assertThat(nanos - began).isBetween(2 * S, 3 * S);
    cells.stuck = false;
    keeper.turn();
    assertThat(cells.holding[COMMAND]).isZero();
  }

  @Test
  void aLanternThatRestartedIsArmedAnewBeforeItIsToldAgain() throws Exception {
    answer(order(DARK, 60 * S));
    cells.holding[COMMAND] = 0;
    cells.holding[MODE] = 0;
    cells.holding[TIME] = 0;
    cells.written.clear();
    passAndTurn(2 * S);
    assertThat(keeper.health().code()).isEqualTo("order-not-followed");
    keeper.turn();

    assertThat(cells.written.indexOf("13=20")).isBetween(0, cells.written.indexOf("10=2"));
    assertThat(cells.holding[COMMAND]).isEqualTo(2);
    assertThat(keeper.health().status()).isEqualTo(Status.OK);
  }

  @Test
  void aLanternThatForgotOnlyItsHeartbeatIsArmedAnew() throws Exception {
    answer(order(DARK, 60 * S));
    cells.holding[TIME] = 0;
    passAndTurn(2 * S);
    keeper.turn();

    assertThat(cells.holding[TIME]).isEqualTo(20);
    cells.holding[TIME] = 0;
    cells.refusedAddress = TIME;
    passAndTurn(2 * S);
    keeper.turn();
    cells.refusedAddress = -1;
    passAndTurn(2 * S);
    assertThat(cells.holding[COMMAND]).as("dark without a heartbeat is not held").isZero();
  }

  @Test
  void aLostAnswerIsSaidAgainAndIsNoLostLantern() throws Exception {
    answer(order(DARK, 60 * S));
    cells.lostAnswers = 2;
    passAndTurn(S);

    assertThat(cells.lostAnswers).isZero();
    assertThat(cells.holding[COMMAND]).isEqualTo(2);
    cells.lostAnswers = 3;
    assertThatThrownBy(() -> passAndTurn(S)).isInstanceOf(TimedOut.class);
  }

  @Test
  void aLossEndsTheLeaseAndNothingIsCaughtUpOn() throws Exception {
    answer(order(DARK, 60 * S));
    cells.away = true;
    Job job = new Job(SHINE, nanos + 60 * S);
    keeper.give(job);
    assertThatThrownBy(keeper::turn).isInstanceOf(LinkDown.class);
    assertThatThrownBy(() -> answer(job))
        .isInstanceOf(LinkDown.class)
        .hasMessageContaining("lamp-1");
    keeper.lost(Away.of(new LinkDown("unplugged")), nanos);
    assertThat(keeper.health().code()).isEqualTo("link-down");
    assertThat(keeper.health().message()).contains("automatic by itself");

    Job meanwhile = new Job(DARK, nanos + 60 * S);
    keeper.give(meanwhile);
    keeper.refuseJobs();
    assertThatThrownBy(() -> answer(meanwhile)).isInstanceOf(LinkDown.class);
    cells.away = false;
    keeper.turn();
    assertThat(cells.holding[COMMAND]).isZero();
    assertThat(keeper.health().status()).isEqualTo(Status.OK);
  }

  @Test
  void theStopWritesAutomaticOnlyWhereItDoesNotHoldAlready() throws Exception {
    cells.written.clear();
    keeper.end();
    assertThat(cells.written).isEmpty();
    assertThat(keeper.health().code()).isEqualTo("stopped");

    bring();
    answer(order(DARK, 60 * S));
    keeper.end();
    assertThat(cells.holding[COMMAND]).isZero();
    cells.away = true;
    keeper.end();
  }

  @Test
  void aStopWhileAnOrderWaitsToBeDoneWritesAutomaticAllTheSame() throws Exception {
    cells.slow = true;
    stopping = true;
    Job job = new Job(DARK, nanos + 60 * S);
    keeper.give(job);
    assertThatThrownBy(keeper::turn).isInstanceOf(InterruptedException.class);
    assertThat(cells.written).contains(COMMAND + "=2");
    cells.written.clear();

    keeper.end();

    assertThat(cells.written).contains(COMMAND + "=0");
  }

  @Test
  void anOffsetIsWrittenOnceAndLeavesTheOrderInForce() throws Exception {
    Job dark = order(DARK, 60 * S);
    assertThat(answer(dark)).isEqualTo(Answer.CONFIRMED);
    Step later = book.offset().orElseThrow().step(3_000, 4_000).orElseThrow();
    for (int i = 0; i < 2; i++) {
      Job job = Job.setting(later);
      keeper.give(job);
      keeper.turn();
      assertThat(answer(job)).isEqualTo(Answer.CONFIRMED);
    }
    assertThat(cells.holding[OFFSET]).as("a delay of a second, in units of 10 ms").isEqualTo(100);
    assertThat(cells.written.stream().filter(said -> said.startsWith(OFFSET + "="))).hasSize(1);
    assertThat(cells.holding[MODE]).isEqualTo(2);
  }

  @Test
  void anOffsetThatIsRefusedOrNotTakenIsSaidAndDisturbsNothing() throws Exception {
    Step later = book.offset().orElseThrow().step(0, 4_000).orElseThrow();
    cells.holding[OFFSET] = 7;
    cells.refusedAddress = OFFSET;
    Job refused = Job.setting(later);
    keeper.give(refused);
    keeper.turn();
    assertThatThrownBy(() -> answer(refused)).isInstanceOf(Refused.class);
    cells.refusedAddress = -1;
    cells.stuck = true;
    Job stuck = Job.setting(later);
    keeper.give(stuck);
    keeper.turn();
    assertThatThrownBy(() -> answer(stuck)).isInstanceOf(TimedOut.class);
    cells.stuck = false;
    assertThat(keeper.health().status()).isEqualTo(Health.Status.OK);
    assertThat(answer(order(DARK, 10 * S))).isEqualTo(Answer.CONFIRMED);
  }

  @Test
  void ordersBeyondTheQueueAreRefusedAndAnAbandonedOneIsNeverBegun() throws Exception {
    Job abandoned = new Job(DARK, nanos + 60 * S);
    keeper.give(abandoned);
    assertThatThrownBy(() -> answer(abandoned))
        .isInstanceOf(TimedOut.class)
        .hasMessageContaining("was told nothing");
    keeper.turn();
    assertThat(cells.holding[COMMAND]).isZero();
    for (int i = 0; i < 4; i++) {
      keeper.give(new Job(DARK, nanos));
    }
    assertThatThrownBy(() -> keeper.give(new Job(AUTOMATIC, nanos)))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("too many");
    assertThatThrownBy(() -> keeper.give(new Job(new LanternOrder.Rhythm("Q"), nanos)))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("does not know");
  }

  @Test
  void everyRandomHistoryEndsAtAutomaticWhenItsLeasesAreOver() throws Exception {
    java.util.Random random = new java.util.Random(17);
    for (int run = 0; run < 300; run++) {
      for (int i = 0; i < 40; i++) {
        cells.stuck = random.nextInt(8) == 0;
        cells.refusedAddress = random.nextInt(8) == 0 ? random.nextInt(15) : -1;
        cells.lostAnswers = random.nextInt(8) == 0 ? random.nextInt(4) : 0;
        cells.away = random.nextInt(8) == 0;
        LanternOrder which = List.of(DARK, SHINE, AUTOMATIC).get(random.nextInt(3));
        try {
          if (random.nextInt(3) == 0) {
            var unused = order(which, random.nextInt(20) * S);
          } else {
            passAndTurn(random.nextInt(3 * (int) (S / 10)));
          }
        } catch (Refused full) {
          assertThat(full).hasMessageContaining("too many");
        } catch (DeviceException lost) {
          keeper.lost(Away.of(lost), nanos);
        }
      }
      cells.stuck = false;
      cells.refusedAddress = -1;
      cells.lostAnswers = 0;
      cells.away = false;
      for (int i = 0; i < 12; i++) {
        passAndTurn(3 * S);
      }
      assertThat(cells.holding[COMMAND]).as("run " + run).isZero();
      assertThat(keeper.health().status()).isEqualTo(Status.OK);
    }
  }
}
