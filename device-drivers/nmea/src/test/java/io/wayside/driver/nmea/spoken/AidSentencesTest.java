// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.spoken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.water.AidAnnouncement;
import io.wayside.core.water.AidCondition;
import io.wayside.core.water.AidQuantity;
import io.wayside.core.water.Fix;
import io.wayside.core.water.LightStatus;
import io.wayside.core.water.Presence;
import io.wayside.core.water.RaconStatus;
import io.wayside.rig.simulators.talker.TransponderEar;
import io.wayside.rig.simulators.talker.TransponderEar.Taken;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Held against a reading of the bits that shares nothing with the encoder. */
class AidSentencesTest {

  private static final Instant AT = Instant.parse("2026-11-22T13:00:42.900Z");
  private static final Manner MANNER = new Manner(Form.VDM, Form.MEB, 235);
  private static final AidSentences SENTENCES = new AidSentences(MANNER);

  private static AidAnnouncement aid(
      Presence presence,
      boolean measured,
      Optional<Boolean> off,
      LightStatus light,
      Optional<Boolean> alarm) {
    return new AidAnnouncement(
        995_741_007,
        24,
        "BACH DANG 7",
        presence,
        Fix.of(20.86521, -106.68312),
        measured,
        AT,
        off,
        light,
        RaconStatus.NOT_TOLD,
        alarm);
  }

  private static AidAnnouncement unknown(boolean measured) {
    return aid(Presence.REAL, measured, Optional.empty(), LightStatus.NOT_TOLD, Optional.empty());
  }

  private static Taken taken(List<String> sentences) {
    TransponderEar ear = new TransponderEar();
    sentences.forEach(each -> ear.hear(each.getBytes(StandardCharsets.US_ASCII)));
    assertThat(ear.wrong()).isZero();
    assertThat(ear.taken()).hasSize(1);
    return ear.taken().get(0);
  }

  private static Taken said(AidAnnouncement aid) {
    return taken(SENTENCES.of(aid, 0));
  }

  @Test
  void anAidOffItsPlaceWithItsLightFailed() {
    Taken taken =
        said(aid(Presence.REAL, true, Optional.of(true), LightStatus.FAILED, Optional.of(true)));

    assertThat(taken.form()).isEqualTo("VDM");
    assertThat(taken.bits()).hasSize(272);
    assertThat(taken.unsigned(0, 6)).isEqualTo(21);
    assertThat(taken.unsigned(6, 2)).as("repeat").isZero();
    assertThat(taken.unsigned(8, 30)).isEqualTo(995_741_007);
    assertThat(taken.unsigned(38, 5)).isEqualTo(24);
    assertThat(taken.text(43, 20)).isEqualTo("BACH DANG 7");
    assertThat(taken.signed(164, 28)).isEqualTo(-64_009_872);
    assertThat(taken.signed(192, 27)).isEqualTo(12_519_126);
    assertThat(taken.unsigned(249, 4)).as("by GPS").isEqualTo(1);
    assertThat(taken.unsigned(253, 6)).as("second").isEqualTo(42);
    assertThat(taken.unsigned(259, 1)).as("off position").isEqualTo(1);
    assertThat(taken.unsigned(260, 8)).as("page 7, light 3, alarm").isEqualTo(0b111_00_11_1);
    assertThat(taken.unsigned(269, 1)).as("virtual").isZero();
  }

  @Test
  void whatIsNotKnownIsNotSaidToBeWell() {
    Taken measured = said(unknown(true));
    assertThat(measured.unsigned(253, 6)).as("off position means nothing").isEqualTo(60);
    assertThat(measured.unsigned(260, 8)).as("no page, so no health").isZero();

    Taken charted = said(unknown(false));
    assertThat(charted.unsigned(253, 6)).as("placed by hand").isEqualTo(61);
    assertThat(charted.unsigned(249, 4)).as("surveyed").isEqualTo(7);
    assertThat(charted.unsigned(260, 8)).isZero();
  }

  @Test
  void itsLightIsNotToldWithoutItsHealth() {
    AidAnnouncement lit =
        aid(Presence.REAL, true, Optional.of(false), LightStatus.ON, Optional.empty());

    assertThat(said(lit).unsigned(260, 8)).isZero();
    assertThat(said(lit).unsigned(253, 7)).as("second 42, on position").isEqualTo(84);
  }

  @Test
  void onlyTheFlagSaysThatAnAidIsVirtualAndOnlyTheRepeatThatItIsSynthetic() {
    Taken virtual =
        said(
            aid(Presence.VIRTUAL, false, Optional.empty(), LightStatus.NOT_TOLD, Optional.empty()));
    assertThat(virtual.unsigned(269, 1)).isEqualTo(1);
    assertThat(virtual.unsigned(6, 2)).isZero();

    Taken synthetic =
        said(
            aid(
                Presence.SYNTHETIC,
                false,
                Optional.empty(),
                LightStatus.NOT_TOLD,
                Optional.empty()));
    assertThat(synthetic.unsigned(269, 1)).isZero();
    assertThat(synthetic.unsigned(6, 2)).isEqualTo(1);
  }

  @Test
  void aPlaceIsAccurateOnlyWhenItSaysSo() {
    AidAnnouncement aid = unknown(true);
    assertThat(said(aid).unsigned(163, 1)).isZero();
    assertThat(said(at(aid, 4.9)).unsigned(163, 1)).isEqualTo(1);
    assertThat(said(at(aid, 5.1)).unsigned(163, 1)).isZero();
  }

  private static AidAnnouncement at(AidAnnouncement aid, double sigmaM) {
    return new AidAnnouncement(
        aid.mmsi(),
        aid.kind(),
        aid.name(),
        aid.presence(),
        new Fix(20, 106, OptionalDouble.of(sigmaM), OptionalDouble.empty()),
        aid.measured(),
        aid.at(),
        aid.offPosition(),
        aid.light(),
        aid.racon(),
        aid.alarm());
  }

  private static AidAnnouncement named(String name) {
    AidAnnouncement aid = unknown(false);
    return new AidAnnouncement(
        aid.mmsi(),
        aid.kind(),
        name,
        aid.presence(),
        aid.place(),
        aid.measured(),
        aid.at(),
        aid.offPosition(),
        aid.light(),
        aid.racon(),
        aid.alarm());
  }

  @Test
  void aLongNameGoesOnInItsExtension() {
    List<String> sentences = SENTENCES.of(named("CUA LO APPROACH LIGHT BUOY NO 12"), 13);
    Taken taken = taken(sentences);

    assertThat(sentences).hasSizeLessThan(3);
    assertThat(taken.text(43, 20)).isEqualTo("CUA LO APPROACH LIGH");
    assertThat(taken.text(272, 12)).isEqualTo("T BUOY NO 12");
    assertThat(taken.bits().length() % 8).isZero();
  }

  @Test
  void aNameThatAisCannotSayIsRefusedByName() {
    assertThatThrownBy(() -> SENTENCES.of(named("ĐÈN BIỂN"), 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'Đ'");
    assertThatThrownBy(() -> SENTENCES.of(named("X".repeat(35)), 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("34");
  }

  private static AidCondition condition(Map<AidQuantity, Double> quantities) {
    return new AidCondition(
        995_741_007,
        5_741_001,
        true,
        LightStatus.OFF,
        RaconStatus.OPERATIONAL,
        true,
        quantities,
        OptionalInt.of(0b1000_0001));
  }

  @Test
  void theAuthorityIsToldByAnOrderToBroadcast() {
    Taken taken =
        taken(
            SENTENCES.of(
                condition(Map.of(AidQuantity.SUPPLY_V, 12.55, AidQuantity.EXTERNAL_2_V, 0.04)), 6));

    assertThat(taken.form()).isEqualTo("MEB");
    assertThat(taken.fields())
        .containsSubsequence("2", "0", "995741007", "6", "0", "1", "005741001", "1", "C");
    assertThat(taken.unsigned(0, 10)).as("DAC").isEqualTo(235);
    assertThat(taken.unsigned(10, 6)).as("FI").isEqualTo(10);
    assertThat(taken.unsigned(16, 10)).as("supply").isEqualTo(251);
    assertThat(taken.unsigned(26, 10)).as("not used").isZero();
    assertThat(taken.unsigned(36, 10)).isEqualTo(1);
    assertThat(taken.unsigned(46, 2)).as("racon").isEqualTo(2);
    assertThat(taken.unsigned(48, 2)).as("light").isEqualTo(2);
    assertThat(taken.unsigned(50, 1)).as("alarm").isEqualTo(1);
    assertThat(taken.unsigned(51, 8)).as("inputs").isEqualTo(0b1000_0001);
    assertThat(taken.unsigned(59, 1)).as("off position").isEqualTo(1);
    assertThat(taken.bits()).hasSize(64);
  }

  @ParameterizedTest
  @EnumSource(
      value = Form.class,
      names = {"VDM", "VDO"})
  void orAsAMessageUnderTheAreaThatItExpects(Form form) {
    Taken taken =
        taken(new AidSentences(new Manner(Form.VDO, form, 574)).of(condition(Map.of()), 3));

    assertThat(taken.form()).isEqualTo(form.name());
    assertThat(taken.bits()).hasSize(136);
    assertThat(taken.unsigned(0, 6)).isEqualTo(6);
    assertThat(taken.unsigned(38, 2)).as("sequence").isEqualTo(3);
    assertThat(taken.unsigned(40, 30)).isEqualTo(5_741_001);
    assertThat(taken.unsigned(72, 10)).isEqualTo(574);
    assertThat(taken.unsigned(88, 10)).as("voltage is not told").isZero();
  }

  @Test
  void voltagesThatCannotBeSaidAreNotUsed() {
    for (double volts : new double[] {-12, 0, 36.1, 4_000}) {
      Taken taken = taken(SENTENCES.of(condition(Map.of(AidQuantity.SUPPLY_V, volts)), 0));
      assertThat(taken.unsigned(16, 10)).as("%s V", volts).isZero();
    }
  }

  @Test
  void placesComeBackWithinTheirStep() {
    Random random = new Random(21);
    for (int round = 0; round < 2_000; round++) {
      double latitude = 180 * random.nextDouble() - 90;
      double longitude = 360 * random.nextDouble() - 180;
      AidAnnouncement aid = unknown(true);
      Taken taken =
          said(
              new AidAnnouncement(
                  aid.mmsi(),
                  random.nextInt(32),
                  aid.name(),
                  aid.presence(),
                  Fix.of(latitude, longitude),
                  true,
                  aid.at(),
                  Optional.of(random.nextBoolean()),
                  aid.light(),
                  aid.racon(),
                  aid.alarm()));
      assertThat(Math.abs(taken.signed(164, 28) / 600_000.0 - longitude)).isLessThan(1e-6);
      assertThat(Math.abs(taken.signed(192, 27) / 600_000.0 - latitude)).isLessThan(1e-6);
    }
  }

  @Test
  void aMannerThatNoTransponderHasIsRefused() {
    assertThatThrownBy(() -> new Manner(Form.MEB, Form.MEB, 235))
        .hasMessageContaining("announcesIn")
        .hasMessageContaining("VDM or VDO");
    assertThatThrownBy(() -> new Manner(Form.VDM, Form.MEB, 1024)).hasMessageContaining("1024");
  }
}
