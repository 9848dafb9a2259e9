// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.device.ContactChange;
import io.wayside.core.device.DeviceException;
import io.wayside.core.health.Health.Status;
import io.wayside.rig.simulators.llrp.ReaderTraits;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a reader's inputs and outputs do that the suites of contacts and outputs do not ask. */
class ReaderPortsTest {

  private static final Duration LONG = Duration.ofMinutes(10);

  private SimulatedReader site;

  @BeforeEach
  void start() throws IOException {
    site = SimulatedReader.hearing(ReaderTraits.PLAIN, Map.of("keepaliveMs", 200));
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private ReaderOutput lamp(boolean safeOn) {
    ReaderOutput lamp = Site.output(site.reader(), "lamp-1", 3, safeOn);
    site.until("the lamp is in order", () -> lamp.health().status() == Status.OK);
    return lamp;
  }

  /** No gateway can help it: so a barrier does not belong there. */
  @Test
  void aReaderThatLostItsConnectionKeepsItsOutputUntilItIsBackAndHealthSaysSo()
      throws DeviceException {
    ReaderOutput lamp = lamp(false);
    lamp.drive(true, LONG);
    site.breakLink();
    site.until("health shows it", () -> lamp.health().status() == Status.FAILED);

    assertThat(site.simulated().output(3)).isTrue();
    assertThat(lamp.health().code()).isEqualTo("link-down");
    assertThat(lamp.health().message()).contains("lamp-1", "counts as off", "keeps");
    site.restoreLink();
    site.until("the lamp is off", () -> !site.simulated().output(3));
    lamp.stop();
  }

  @Test
  void anOutputWhoseSafeStateIsOnIsOnFromTheStart() throws DeviceException {
    ReaderOutput lamp = lamp(true);
    assertThat(site.simulated().output(3)).isTrue();
    lamp.drive(false, LONG);
    assertThat(site.simulated().output(3)).isFalse();
    lamp.stop();
    assertThat(site.simulated().output(3)).isTrue();
  }

  @Test
  void aDriveReturnsWhenTheReaderHasDoneIt() throws DeviceException {
    ReaderOutput lamp = lamp(false);
    for (int i = 0; i < 20; i++) {
      lamp.drive(i % 2 == 0, LONG);
      assertThat(site.simulated().output(3)).isEqualTo(i % 2 == 0);
    }
    lamp.stop();
  }

  @Test
  void aPortThatTheReaderDoesNotHaveIsNamedAndTagsAreHeardAllTheSame() {
    ReaderOutput output = Site.output(site.reader(), "lamp-9", 60, false);
    ReaderContact contact = Site.contact(site.reader(), "loop-9", 60, 0);
    site.until("both say so", () -> output.health().code().equals("refused"));
    site.until("both say so", () -> contact.health().code().equals("refused"));

    assertThat(output.health().message()).contains("lamp-9", "output 60");
    assertThat(contact.health().message()).contains("loop-9", "input 60");
    assertThat(contact.active()).isEmpty();
    assertThatThrownBy(() -> output.drive(true, LONG)).isInstanceOf(DeviceException.Refused.class);
    assertThat(site.simulated().transmitting()).isTrue();
    output.stop();
    contact.stop();
  }

  @Test
  void aContactThatIsAddedLaterKnowsTheLevelThatWasThere() {
    site.simulated().input(4, true);
    ReaderContact contact = Site.contact(site.reader(), "loop-4", 4, 10);
    site.until("it is known", () -> contact.active().isPresent());
    assertThat(contact.active()).contains(true);
    contact.stop();
    assertThat(contact.active()).isEmpty();
    assertThat(contact.health().code()).isEqualTo("stopped");
  }

  @Test
  void twoContactsOfOneReaderDoNotHearEachOther() {
    ReaderContact one = Site.contact(site.reader(), "loop-1", 1, 0);
    ReaderContact two = Site.contact(site.reader(), "loop-2", 2, 0);
    site.until("both are known", () -> one.active().isPresent() && two.active().isPresent());
    List<ContactChange> heard = new CopyOnWriteArrayList<>();
    two.subscribe(Changes.into(heard));
    site.simulated().input(1, true);
    site.until("the first is told", () -> one.active().orElse(false));
    site.simulated().input(2, true);
    site.until("the second is told", () -> !heard.isEmpty());
    assertThat(heard).hasSize(1).allMatch(ContactChange::active);
    one.stop();
    two.stop();
  }

  @Test
  void aBounceShorterThanTheSettlingTimeIsNotTold() {
    ReaderContact contact = Site.contact(site.reader(), "loop-1", 1, 400);
    site.until("it is known", () -> contact.active().isPresent());
    List<ContactChange> heard = new CopyOnWriteArrayList<>();
    contact.subscribe(Changes.into(heard));
    for (int i = 0; i < 9; i++) {
      site.simulated().input(1, i % 2 == 0);
    }
    site.until("the last level settles", () -> !heard.isEmpty());
    assertThat(heard).hasSize(1).allMatch(ContactChange::active);
    contact.stop();
  }
}
