// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.parking;

import static io.wayside.tolling.parking.SessionStoreTest.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.tolling.tariff.DayCalendar;
import io.wayside.tolling.tariff.Moment;
import io.wayside.tolling.tariff.Plan;
import io.wayside.tolling.tariff.Tariff;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Coming in and going out, with the plan that ships. Noon is 12:00 in Viet Nam, a Monday. */
class DesksTest {

  private static final Key TAG = new Key(Key.Kind.TAG, "e2001");
  private static final Key PLATE = new Key(Key.Kind.PLATE, "ab12");

  private final SessionStore store = new SessionStore(100);
  private final ExitDesk exit = new ExitDesk(shipped());

  static Tariff shipped() {
    try {
      Path config = Path.of("../../config");
      return new Tariff(
          Plan.from(
              Node.read("p", Files.readString(config.resolve("tolling/tariffs-example-vn.json")))),
          DayCalendar.from(Node.read("c", Files.readString(config.resolve("calendars/vn.json")))));
    } catch (IOException | GarbledData e) {
      throw new AssertionError(e);
    }
  }

  private static SortedSet<Key> keys(Key... keys) {
    return new TreeSet<>(List.of(keys));
  }

  private EntryDesk.Admit admit(EntryDesk.PassBack passBack, int minute, Key... keys) {
    EntryDesk.Answer answer =
        new EntryDesk("in-1", passBack).arrive(store, SessionStoreTest.entry(minute), keys(keys));
    EntryDesk.Admit admit = (EntryDesk.Admit) answer;
    admit.facts().forEach(store::take);
    return admit;
  }

  private ExitDesk.Answer leave(int minute, Key... keys) {
    Moment now = Moment.sure(NOON.plusSeconds(60L * minute));
    return exit.leave(
        store, new ExitDesk.Leaving(keys(keys), now, "car", false, List.of(), List.of()));
  }

  @Test
  void aVehicleIsAdmittedWithEveryKeyThatWasRead() {
    EntryDesk.Admit admit = admit(EntryDesk.PassBack.HOLD, 0, PLATE, TAG);
    assertThat(admit.flag()).isEmpty();
    assertThat(store.find(List.of(PLATE))).isEqualTo(store.find(List.of(TAG))).isPresent();
  }

  @Test
  void aKeyThatIsInsideIsHeldAllowedOrBeginsAnew() {
    admit(EntryDesk.PassBack.HOLD, 0, TAG);
    EntryDesk.Answer held =
        new EntryDesk("in-2", EntryDesk.PassBack.HOLD)
            .arrive(store, SessionStoreTest.entry(5), keys(TAG));
    assertThat(held).isInstanceOf(EntryDesk.Hold.class);
    assertThat(admit(EntryDesk.PassBack.ALLOW, 6, TAG).flag()).contains(EntryDesk.PASSED_BACK);
    assertThat(store.find(List.of(TAG)).orElseThrow().id().number()).isEqualTo(1);
    EntryDesk.Admit anew = admit(EntryDesk.PassBack.CLOSE_OLD, 7, TAG);
    assertThat(store.find(List.of(TAG)).orElseThrow().id()).isEqualTo(anew.session());
    assertThat(store.get(new SessionId("in-1", 1)).orElseThrow().ending().orElseThrow().how())
        .isEqualTo(Ending.How.NO_EXIT);
  }

  @Test
  void whoGoesBackAtTheEntryMayComeAgain() {
    EntryDesk.Admit admit = admit(EntryDesk.PassBack.HOLD, 0, TAG);
    store.take(EntryDesk.backOut(admit.session(), NOON.plusSeconds(20), "b-1"));
    assertThat(store.open()).isEmpty();
    assertThat(admit(EntryDesk.PassBack.HOLD, 1, TAG).flag()).isEmpty();
  }

  @Test
  void whoStayedShortGoesFreeAndWhoStayedLongPays() {
    admit(EntryDesk.PassBack.HOLD, 0, TAG);
    assertThat(leave(10, TAG)).isInstanceOf(ExitDesk.LetGo.class);
    ExitDesk.Pay pay = (ExitDesk.Pay) leave(60, TAG);
    assertThat(pay.amount().openMinor()).isEqualTo(35_000);
  }

  @Test
  void whoHasPaidIsLetGoUntilItsTimeIsOverAndThenPaysTheRest() {
    EntryDesk.Admit admit = admit(EntryDesk.PassBack.HOLD, 0, TAG);
    Paid paid = new Paid("p-1", NOON.plusSeconds(118 * 60), 35_000, "cash");
    store.take(new Fact.PaidFor(admit.session(), paid));
    store.take(new Fact.PaidFor(admit.session(), paid));
    ExitDesk.LetGo go = (ExitDesk.LetGo) leave(133, TAG);
    assertThat(go.amount().paidUntil()).contains(NOON.plusSeconds(133 * 60));
    ExitDesk.Pay late = (ExitDesk.Pay) leave(134, TAG);
    assertThat(late.amount().openMinor()).isEqualTo(20_000);
    assertThat(late.amount().paidMinor()).isEqualTo(35_000);
  }

  @Test
  void withoutEntryThePlateIsAskedForThenTheMostIsTaken() {
    ExitDesk.NoEntry none = (ExitDesk.NoEntry) leave(60, TAG);
    assertThat(none.remedies())
        .containsExactly(
            ExitDesk.Remedy.PLATE_SEARCH, ExitDesk.Remedy.MOST_FARE, ExitDesk.Remedy.ATTENDANT);
    assertThat(none.most().openMinor()).isEqualTo(400_000);
    ExitDesk.NoEntry asked = (ExitDesk.NoEntry) leave(60, TAG, PLATE);
    assertThat(asked.remedies()).doesNotContain(ExitDesk.Remedy.PLATE_SEARCH);
  }

  @Test
  void aPlateFindsWhatTheLostTicketCannot() {
    admit(EntryDesk.PassBack.HOLD, 0, new Key(Key.Kind.TICKET, "1001"), PLATE);
    Moment now = Moment.sure(NOON.plusSeconds(3_600));
    ExitDesk.Answer answer =
        exit.leave(
            store, new ExitDesk.Leaving(keys(PLATE), now, "car", true, List.of(), List.of("HALF")));
    assertThat(((ExitDesk.Pay) answer).amount().openMinor()).isEqualTo(217_000);
  }
}
