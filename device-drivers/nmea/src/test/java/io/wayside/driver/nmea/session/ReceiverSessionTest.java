// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.device.Interruption;
import io.wayside.core.device.Interruption.Cause;
import io.wayside.core.device.Sentence;
import io.wayside.core.health.Health.Status;
import io.wayside.core.water.AidReport;
import io.wayside.core.water.VesselReport;
import io.wayside.core.water.WaterReading;
import io.wayside.driver.nmea.heard.Listening;
import io.wayside.driver.nmea.sentence.CheckSum;
import io.wayside.driver.nmea.sentence.plain.Plain.Answered;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ReceiverSessionTest {

  private static final long SECOND = 1_000_000_000L;

  private final Ear ear = new Ear();
  private final ReceiverSession session =
      new ReceiverSession(
          new Settings("gps-1", "serial:/dev/ttyGPS?4800,8N1", 30 * SECOND),
          Listening.plainly(),
          ear,
          0);
  private long now;

  private static final class Ear implements Voices {

    private final List<Sentence> sentences = new ArrayList<>();
    private final List<AidReport> aids = new ArrayList<>();
    private final List<WaterReading> water = new ArrayList<>();
    private final List<Answered> answers = new ArrayList<>();
    private final List<Interruption> interruptions = new ArrayList<>();
    private final List<String> healthThen = new ArrayList<>();
    private Supplier<String> health = () -> "";

    @Override
    public void sentence(Sentence sentence) {
      sentences.add(sentence);
    }

    @Override
    public void answered(Answered answered) {
      answers.add(answered);
    }

    @Override
    public void interrupted(Interruption interruption) {
      interruptions.add(interruption);
      healthThen.add(health.get());
    }

    @Override
    public void aid(AidReport report) {
      aids.add(report);
    }

    @Override
    public void vessel(VesselReport report) {
      throw new AssertionError("no vessel speaks here: " + report);
    }

    @Override
    public void water(WaterReading reading) {
      water.add(reading);
    }
  }

  private void hear(byte[] bytes, String sender) {
    now += SECOND / 10;
    session.received(bytes, bytes.length, sender, now);
  }

  private void hear(String text) {
    hear(text.getBytes(StandardCharsets.ISO_8859_1), "");
  }

  private void depth(double metres) {
    hear(CheckSum.ended("$SDDPT," + metres + ",0.0,"));
  }

  private void quiet(int seconds) {
    for (int i = 0; i < seconds; i++) {
      now += SECOND;
      session.quiet(now);
    }
  }

  private List<Cause> causes() {
    return ear.interruptions.stream().map(Interruption::cause).toList();
  }

  @Test
  void sentencesAreHeardWithTheTimeOfTheirLastByteAndUnderstood() {
    session.opened(now);
    depth(5.3);

    assertThat(ear.sentences).containsExactly(new Sentence(SECOND / 10, "$SDDPT,5.3,0.0,", ""));
    assertThat(ear.water).extracting(WaterReading::value).containsExactly(5.3);
    assertThat(ear.water).extracting(WaterReading::monotonicNanos).containsExactly(SECOND / 10);
    assertThat(session.health().status()).isEqualTo(Status.OK);
  }

  @Test
  void aSentenceMayComeByteByByte() {
    session.opened(now);
    for (char each : CheckSum.ended("$SDDPT,5.3,0.0,").toCharArray()) {
      hear(String.valueOf(each));
    }

    assertThat(ear.water).hasSize(1);
  }

  @Test
  void whoIsToldOfAnInterruptionFindsItInTheHealth() {
    ear.health = () -> session.health().code();
    session.opened(now);
    depth(5.3);
    session.down("no such adapter", now);

    assertThat(ear.healthThen).containsExactly("link-down");
  }

  @Test
  void untilTheFirstSentenceItIsStarting() {
    assertThat(session.health().status()).isEqualTo(Status.STARTING);
    session.opened(now);
    quiet(29);

    assertThat(session.health().status()).isEqualTo(Status.STARTING);
    assertThat(session.heardSinceOpened()).isFalse();
  }

  @Test
  void silenceIsToldOnceWithARemedyAndEndsWithTheNextSentence() {
    session.opened(now);
    depth(5.3);
    quiet(70);

    assertThat(causes()).containsExactly(Cause.SILENT);
    assertThat(ear.interruptions.get(0).sinceMonotonicNanos()).isEqualTo(SECOND / 10);
    assertThat(session.health().status()).isEqualTo(Status.FAILED);
    assertThat(session.health().code()).isEqualTo("silent");
    assertThat(session.health().message())
        .contains("gps-1", "/dev/ttyGPS", "30 s", "check the talker's power");

    depth(5.4);
    assertThat(session.health().status()).isEqualTo(Status.OK);
    quiet(31);
    assertThat(causes()).containsExactly(Cause.SILENT, Cause.SILENT);
  }

  @Test
  void aWrongBaudRateIsNamedLongBeforeTheLineWouldCountAsSilent() {
    session.opened(now);
    Random noise = new Random(4800);
    byte[] rubbish = new byte[120];
    for (int i = 0; i < 10; i++) {
      noise.nextBytes(rubbish);
      hear(rubbish, "");
    }

    assertThat(causes()).containsExactly(Cause.GARBLED);
    assertThat(now).isLessThan(2 * SECOND);
    assertThat(session.health().message())
        .contains("no text", "baud rate of the link is most likely wrong", "4800", "38400");
  }

  @Test
  void textOfAnotherProtocolIsNotBlamedOnTheBaudRate() {
    session.opened(now);
    for (int i = 0; i < 40; i++) {
      hear("temperature 21.5 humidity 80\r\n");
    }

    assertThat(causes()).containsExactly(Cause.GARBLED);
    assertThat(session.health().message())
        .contains("text comes but no good sentence", "something else than NMEA 0183");
  }

  @Test
  void sentencesWithoutCheckSumsAreNamedAsThat() {
    session.opened(now);
    for (int i = 0; i < 80; i++) {
      hear("$SDDPT,5.3,0.0,\r\n");
    }

    assertThat(session.health().message())
        .contains("no check sum", "have the talker send check sums");
    assertThat(ear.sentences).isEmpty();
  }

  @Test
  void aFewBadLinesAreNoOutage() {
    session.opened(now);
    for (int i = 0; i < 100; i++) {
      depth(i);
      hear("$SDDPT,5.3,0.0,*00\r\n");
      hear("$SDDPT,5.3");
    }

    assertThat(causes()).isEmpty();
    assertThat(ear.water).hasSize(100);
  }

  @Test
  void aNoisyMinuteIsDegradedWithCountsByReasonAndPasses() {
    session.opened(now);
    for (int i = 0; i < 300; i++) {
      depth(i);
      hear(i % 5 == 0 ? "$SDDPT,5.3,0.0,*00\r\n" : "");
    }
    quiet(2);
    depth(1);

    assertThat(session.health().status()).isEqualTo(Status.DEGRADED);
    assertThat(session.health().code()).isEqualTo("noisy-line");
    assertThat(session.health().message()).contains("60 wrong check sum", "only one talker");
    String first = session.health().message();
    for (int i = 0; i < 500; i++) {
      depth(i);
      assertThat(session.health().message()).as("steady for a minute").isEqualTo(first);
    }
    for (int i = 0; i < 200; i++) {
      depth(i);
    }
    assertThat(session.health().status()).isEqualTo(Status.OK);
  }

  @Test
  void aLostLinkIsToldOnceThoughItIsTriedOften() {
    session.down("serial:/dev/ttyGPS: no such adapter", now);
    session.down("serial:/dev/ttyGPS: no such adapter", now + SECOND);

    assertThat(causes()).containsExactly(Cause.LINK_DOWN);
    assertThat(session.health().message()).contains("gps-1", "no such adapter");

    session.opened(now + 2 * SECOND);
    assertThat(session.health().status()).as("not heard yet").isEqualTo(Status.FAILED);
    now += 2 * SECOND;
    depth(5.3);
    assertThat(session.health().status()).isEqualTo(Status.OK);
  }

  @Test
  void whatTheLinkCutInTwoIsNotJoinedAfterwards() {
    session.opened(now);
    String whole = CheckSum.ended("$SDDPT,5.3,0.0,");
    hear(whole.substring(0, 9));
    session.down("unplugged", now);
    session.opened(now);
    hear(whole.substring(9));

    assertThat(ear.sentences).isEmpty();
  }

  @Test
  void whatOneSenderLeavesUnfinishedAnotherDoesNotFinish() {
    session.opened(now);
    byte[] one = CheckSum.ended("$SDDPT,5.3,0.0,").getBytes(StandardCharsets.ISO_8859_1);
    byte[] other = CheckSum.ended("$SDDPT,9.9,0.0,").getBytes(StandardCharsets.ISO_8859_1);
    hear(java.util.Arrays.copyOfRange(one, 0, 9), "192.0.2.1:5000");
    hear(java.util.Arrays.copyOfRange(other, 0, 9), "192.0.2.2:5000");
    hear(java.util.Arrays.copyOfRange(one, 9, one.length), "192.0.2.1:5000");
    hear(java.util.Arrays.copyOfRange(other, 9, other.length), "192.0.2.2:5000");

    assertThat(ear.water).extracting(WaterReading::value).containsExactly(5.3, 9.9);
    assertThat(session.counts()).contains("damaged {}");
  }

  @Test
  void manySendersAreForgottenInTurnAndTheirFaultsAreNot() {
    session.opened(now);
    for (int i = 0; i < 100; i++) {
      hear("$SDDPT,5.3,0.0,*00\r\n".getBytes(StandardCharsets.ISO_8859_1), "sender-" + i);
      hear(CheckSum.ended("$SDDPT,5,,").getBytes(StandardCharsets.ISO_8859_1), "sender-" + i);
    }

    assertThat(session.counts()).contains("WRONG_CHECK_SUM=100");
  }

  @Test
  void aGatewayThatDidNotListenSaysSo() {
    session.opened(now);
    depth(5.3);
    now += 40 * SECOND;
    depth(5.4);

    assertThat(causes()).containsExactly(Cause.OVERRUN);
    assertThat(ear.interruptions.get(0).detail()).contains("did not listen for 40100 ms");
    assertThat(session.health().status()).isEqualTo(Status.OK);
  }

  @Test
  void anAlarmOfTheDeviceIsShown() {
    session.opened(now);
    hear(CheckSum.ended("$AIALR,000000.00,002,A,V,AIS: Antenna VSWR exceeds limit"));

    assertThat(session.health().code()).isEqualTo("device-alarm");
    assertThat(session.health().message()).contains("alarm 002: AIS: Antenna VSWR exceeds limit");
  }

  @Test
  void answersArePassedOn() {
    session.opened(now);
    hear(CheckSum.ended("$AIABK,,,21,1,3"));

    assertThat(ear.answers).extracting(Answered::outcome).containsExactly(Answered.Outcome.SENT);
  }

  @Test
  void theStopIsTold() {
    session.opened(now);
    depth(5.3);
    session.stopped(now);

    assertThat(causes()).containsExactly(Cause.STOPPED);
  }

  @Test
  void fromAnyBytesTheNextGoodSentenceIsHeard() {
    Random random = new Random(20261122);
    session.opened(now);
    for (int round = 0; round < 3_000; round++) {
      byte[] rubbish = new byte[random.nextInt(200)];
      random.nextBytes(rubbish);
      hear(rubbish, "");
      hear("\r\n");
      int before = ear.sentences.size();
      depth(round);
      assertThat(ear.sentences).hasSizeGreaterThan(before);
    }
  }
}
