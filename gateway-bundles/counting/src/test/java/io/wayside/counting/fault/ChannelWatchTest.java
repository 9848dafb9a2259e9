// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.counting.fault.Fault.Kind;
import io.wayside.counting.loop.Edge;
import io.wayside.counting.loop.Port;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A contact's own faults against plain rules over all its edges. */
class ChannelWatchTest {

  private static final long MS = 1_000_000L;
  private static final long S = 1_000 * MS;

  private final List<FaultNews> news = new ArrayList<>();
  private final SensorWatch watch = new SensorWatch(FaultRules.usual(), false, 0);

  private void edge(long nanos, boolean on) {
    news.addAll(watch.edge(new Edge(Port.LEAD, nanos, on)));
  }

  private List<Kind> kinds() {
    return news.stream().map(one -> one.fault().kind()).toList();
  }

  @Test
  void chatterBeginsWithTheTwentiethClosingWithinASecondAndSinceTheFirst() {
    for (int i = 0; i < 19; i++) {
      edge(10 * S + i * 40L * MS, true);
      edge(10 * S + i * 40L * MS + 20 * MS, false);
    }
    assertThat(news).isEmpty();
    edge(10 * S + 900 * MS, true);

    assertThat(news).singleElement().isInstanceOf(FaultNews.Began.class);
    assertThat(news.get(0).fault().kind()).isEqualTo(Kind.CHATTERING);
    assertThat(news.get(0).fault().sinceNanos()).isEqualTo(10 * S);
    assertThat(news.get(0).fault().detail()).contains("20 closings");
    assertThat(watch.chatters(Port.LEAD)).isTrue();
  }

  @Test
  void chatterIsOverAfterTenSecondsOfQuietAndNotBefore() {
    chatterBeginsWithTheTwentiethClosingWithinASecondAndSinceTheFirst();
    news.addAll(watch.tick(10 * S + 900 * MS + 10 * S));
    assertThat(watch.chatters(Port.LEAD)).isTrue();
    news.addAll(watch.tick(10 * S + 900 * MS + 10 * S + 1));

    assertThat(watch.chatters(Port.LEAD)).isFalse();
    assertThat(kinds()).containsExactly(Kind.CHATTERING, Kind.CHATTERING);
  }

  /** Whether any second of all closings holds twenty, tried out for each of them. */
  @Test
  void chatterIsToldWhereAndOnlyWhereASecondHoldsTwentyClosings() {
    Random random = new Random(1);
    int told = 0;
    for (int run = 0; run < 400; run++) {
      SensorWatch fresh = new SensorWatch(FaultRules.usual(), false, 0);
      List<Long> closings = new ArrayList<>();
      long at = S;
      double pace = 30 + 90 * random.nextDouble();
      boolean heard = false;
      for (int i = 0; i < 200; i++) {
        at += 1 + (long) (-Math.log(1 - random.nextDouble()) * pace * MS);
        closings.add(at);
        heard |= !fresh.edge(new Edge(Port.LEAD, at, true)).isEmpty();
        fresh.edge(new Edge(Port.LEAD, at + 1, false));
      }
      assertThat(heard).isEqualTo(twentyWithinASecond(closings));
      told += heard ? 1 : 0;
    }
    assertThat(told).as("both happen").isBetween(40, 360);
  }

  private static boolean twentyWithinASecond(List<Long> closings) {
    for (int i = 0; i + 19 < closings.size(); i++) {
      if (closings.get(i + 19) - closings.get(i) <= S) {
        return true;
      }
    }
    return false;
  }

  @Test
  void presenceWithoutEndIsStuckSinceItsBeginningAndOverWithTheNextOpening() {
    edge(10 * S, true);
    news.addAll(watch.tick(310 * S));
    assertThat(news).isEmpty();
    news.addAll(watch.tick(310 * S + 1));
    assertThat(news.get(0).fault().kind()).isEqualTo(Kind.STUCK_ON);
    assertThat(news.get(0).fault().sinceNanos()).isEqualTo(10 * S);
    news.addAll(watch.tick(900 * S));
    assertThat(news).hasSize(1);
    edge(1_000 * S, false);

    assertThat(news).hasSize(2).last().isInstanceOf(FaultNews.Ended.class);
    assertThat(((FaultNews.Ended) news.get(1)).nanos()).isEqualTo(1_000 * S);
    assertThat(watch.faults()).isEmpty();
  }

  @Test
  void anOutageForgetsWhatStoodOnTheLoop() {
    edge(10 * S, true);
    news.addAll(watch.tick(320 * S));
    assertThat(kinds()).containsExactly(Kind.STUCK_ON);
    news.addAll(watch.resumed(400 * S));
    assertThat(watch.faults()).isEmpty();
    news.addAll(watch.tick(2_000 * S));

    assertThat(kinds()).as("nothing is known of it since").hasSize(2);
  }

  @Test
  void closingsToldTwiceArePresenceFromTheFirst() {
    edge(10 * S, true);
    edge(200 * S, true);
    news.addAll(watch.tick(311 * S));

    assertThat(news.get(0).fault().sinceNanos()).isEqualTo(10 * S);
  }

  @Test
  void everyFaultBeginsAndEndsInTurns() {
    Random random = new Random(5);
    SensorWatch fresh = new SensorWatch(FaultRules.usual(), true, 0);
    List<String> standing = new ArrayList<>();
    long at = 0;
    for (int i = 0; i < 30_000; i++) {
      at += (long) (Math.pow(random.nextDouble(), 9) * 700 * S);
      Port port = random.nextBoolean() ? Port.LEAD : Port.TRAIL;
      List<FaultNews> heard = new ArrayList<>(fresh.tick(at));
      heard.addAll(fresh.edge(new Edge(port, at, random.nextBoolean())));
      if (random.nextInt(500) == 0) {
        heard.addAll(fresh.resumed(at));
      }
      for (FaultNews one : heard) {
        String name = one.fault().kind() + " " + one.fault().port();
        if (one instanceof FaultNews.Began) {
          assertThat(standing).doesNotContain(name);
          standing.add(name);
          assertThat(one.fault().sinceNanos()).isLessThanOrEqualTo(at);
        } else {
          assertThat(standing.remove(name)).isTrue();
        }
      }
      assertThat(fresh.faults()).hasSameSizeAs(standing);
    }
  }
}
