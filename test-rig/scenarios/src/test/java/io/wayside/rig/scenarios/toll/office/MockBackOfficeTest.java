// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.toll.office;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.record.JournalRecord;
import io.wayside.tolling.office.FormedOffice;
import io.wayside.tolling.office.OfficeForm;
import io.wayside.tolling.office.OfficeNews;
import io.wayside.tolling.office.OfficeTrouble;
import io.wayside.tolling.office.Poster;
import io.wayside.tolling.office.PostingRules;
import io.wayside.tolling.office.http.HttpCarrier;
import io.wayside.tolling.office.iso.IsoForm;
import io.wayside.tolling.office.netc.NetcForm;
import io.wayside.tolling.passage.Fields;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Over real HTTP: whatever the office does, each is posted, counted once, in order per lane. */
class MockBackOfficeTest {

  private static final Duration SPACING = Duration.ofSeconds(9);
  private static final int RECORDS = 150;
  private static final PostingRules RULES =
      new PostingRules(100, 10, 200, 50, Duration.ofSeconds(1), Duration.ofMinutes(1));

  private static final class Unheard implements OfficeNews {
    @Override
    public void rejected(JournalRecord record, String reason) {
      throw new IllegalStateException(record.id() + " was rejected: " + reason);
    }

    @Override
    public void troubled(String stream, OfficeTrouble trouble, int failures) {}
  }

  private static OfficeForm form(String name) {
    return name.equals("json") ? new IsoForm("VN-0017", "VN-OFFICE") : new NetcForm("WAYS");
  }

  /** A few mischiefs in five, of each kind. */
  private static Supplier<Mischief> wild(long seed, double share) {
    Random random = new Random(seed);
    List<Mischief> all = List.copyOf(EnumSet.complementOf(EnumSet.of(Mischief.NONE)));
    return () -> random.nextDouble() < share ? all.get(random.nextInt(all.size())) : Mischief.NONE;
  }

  private static void post(MockBackOffice office, String form, List<TollStream> lanes, long seed)
      throws Exception {
    LanesOutbox outbox = new LanesOutbox(lanes);
    outbox.written(SPACING.toNanos() * RECORDS);
    HttpCarrier carrier =
        new HttpCarrier(HttpClient.newHttpClient(), office.address(form), Duration.ofSeconds(30));
    FormedOffice formed = new FormedOffice(form(form), carrier, () -> TollStream.BEGIN);
    Poster poster = new Poster(outbox.source(), formed, RULES, new Unheard(), new Random(seed), 0);
    long now = 0;
    for (int turn = 0; outbox.backlog() > 0; turn++) {
      assertThat(turn).isLessThan(20_000);
      now = Math.max(now + 1, poster.turn(now)); // virtual time: nobody waits for a retry
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "xml"})
  void eachIsCountedOnceAndInOrderWhateverTheOfficeDoes(String form) throws Exception {
    Set<Mischief> seen = new HashSet<>();
    for (long seed = 0; seed < 4; seed++) {
      List<TollStream> lanes = List.of(new TollStream(1, SPACING), new TollStream(2, SPACING));
      try (MockBackOffice office = new MockBackOffice(wild(seed, 0.15 * seed))) {
        post(office, form, lanes, seed);
        Account account = office.account();
        seen.addAll(office.done().keySet());
        assertThat(account.outOfOrder()).isZero();
        for (TollStream lane : lanes) {
          long sum = 0;
          long wanted = 0;
          for (long number = 1; number <= RECORDS; number++) {
            assertThat(account.has(lane.stream(), number))
                .isEqualTo(TollStream.isForOffice(number));
            wanted += TollStream.isForOffice(number) ? 1 : 0;
            sum += new Fields(lane.record(number).body()).member("fare").whole("minor").orElse(0L);
          }
          assertThat(account.size(lane.stream())).isEqualTo(wanted);
          assertThat(account.sum(lane.stream())).isEqualTo(sum);
        }
      }
    }
    assertThat(seen).containsExactlyInAnyOrder(Mischief.values());
  }

  @Test
  void anOfficeThatWorksIsAskedNothingTwice() throws Exception {
    List<TollStream> lanes = List.of(new TollStream(1, SPACING));
    try (MockBackOffice office = new MockBackOffice(() -> Mischief.NONE)) {
      post(office, "json", lanes, 1);
      assertThat(office.account().duplicates()).isZero();
      assertThat(office.account().posted()).isEqualTo(RECORDS - RECORDS / 10);
    }
  }
}
