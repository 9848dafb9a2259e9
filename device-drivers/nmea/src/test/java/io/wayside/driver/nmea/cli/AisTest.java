// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import io.wayside.driver.nmea.sentence.CheckSum;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The verb as people and scripts meet it. */
class AisTest {

  private static final String AID =
      "!AIVDM,1,1,,B,EvjJ9@RRqKJI@9:@9Pc:R94U0P0@Np>8=0tP`00@08V>00,4*0A\n";
  private static final String MONITORING = "!AIVDM,1,1,,A,6>jQMSP0V:C0>db2@1PRP00,2*5F\n";
  private static final String LEVELS = "!AIVDM,1,1,,B,802ATu0j624P2@G80pEd0D5F0634,0*2F\n";

  @TempDir Path folder;

  /** What a run left. */
  record Ran(int status, String out, String err) {}

  private static Ran ais(InputStream in, String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status =
        Ais.run(
            new Ais.Streams(
                in,
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8)),
            words);
    return new Ran(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static Ran ais(String in, String... words) {
    return ais(new ByteArrayInputStream(in.getBytes(StandardCharsets.ISO_8859_1)), words);
  }

  private static Value.Fields json(String line) throws GarbledData {
    return (Value.Fields) Json.read(line.strip()).root();
  }

  @Test
  void anAidIsALineOfJsonWithItsScaledFields() {
    Ran ran = ais(AID, "decode", "-");
    assertThat(ran.out())
        .isEqualTo(
            """
            {"type":21,"mmsi":992381250,"repeat":3,"channel":"B","aidType":5,\
            "aidTypeText":"light without sectors","name":"E2642 RT SAVUDRIJA","accuracy":true,\
            "lon":13.491,"lat":45.4899283,"toBow":0,"toStern":2,"toPort":0,"toStarboard":1,\
            "epfd":1,"second":12,"offPosition":false,"regional":224,"racon":0,\
            "raconText":"none","light":0,"lightText":"none-or-not-monitored","health":0,\
            "healthText":"good","raim":false,"virtual":false,"assigned":false}
            """);
    assertThat(ran.err()).isEmpty();
    assertThat(ran.status()).isZero();
  }

  @Test
  void howAnAidIsWithItsNumbersAsTheyWereSent() {
    Ran ran = ais(MONITORING, "decode", "--raw");
    assertThat(ran.out())
        .isEqualTo(
            """
            {"type":6,"mmsi":992501134,"repeat":0,"channel":"A","sequence":0,\
            "destination":2500912,"retransmitted":false,"dac":235,"fi":10,"vInt":26.05,\
            "vEx1":0.05,"vEx2":26.0,"racon":2,"raconText":"operational","light":2,\
            "lightText":"off","health":0,"healthText":"good","inputs":0,"offPos":false,\
            "raw":{"type":6,"mmsi":992501134,"repeat":0,"sequence":0,"destination":2500912,\
            "retransmitted":0,"dac":235,"fi":10,"vInt":521,"vEx1":1,"vEx2":520,"racon":2,\
            "light":2,"health":0,"inputs":0,"offPos":0}}
            """);
  }

  @Test
  void whatASenderDoesNotHaveIsNullAndWhatAMessageEndsBeforeIsLeftOut() throws GarbledData {
    Value.Fields vessel =
        json(ais("!AIVDM,1,1,,A,15RTgt0PAso;90TKcjM8h6g208CQ,0*4A\n", "decode").out());
    assertThat(vessel.values()).containsEntry("turn", Value.ABSENT);
    String longer = "E>jHCW0SPS4a9h@@@@@@@@@@@@@OuGb=>Qj<H50`@@cP40";
    String cut = "!AIVDM,1,1,,A," + longer.substring(0, 45) + ",2";
    Value.Fields aid = json(ais(ended(cut), "decode").out());
    assertThat(aid.values()).containsKey("regional").doesNotContainKeys("virtual", "raim", "light");
  }

  private static String ended(String text) {
    return CheckSum.ended(text);
  }

  @Test
  void badLinesAreCountedByReasonAndDoNotStopIt() {
    Ran ran =
        ais(
            "rubbish\n"
                + AID.replace("*0A", "*0B")
                + AID.replace("*0A", "")
                + AID.replace("*0A", "")
                + "!AIVDM,2,2,1,A,88888888880,2*25\n"
                + MONITORING,
            "decode");
    assertThat(ran.out().lines()).hasSize(1);
    assertThat(ran.err())
        .isEqualTo(
            """
            wayside ais: no-check-sum 2
            wayside ais: no-sentence 1
            wayside ais: stray-part 1
            wayside ais: wrong-check-sum 1
            """);
    assertThat(ran.status()).isZero();
  }

  @Test
  void commentsAndOtherSentencesAreNoBadLines() {
    Ran ran =
        ais("# " + AID + "#\n$GPGLL,5250.53669,N,00542.34920,E,213950.00,A,A*67\n" + AID, "decode");
    assertThat(ran.out().lines()).hasSize(1);
    assertThat(ran.err()).isEmpty();
  }

  @Test
  void aMessageWithoutItsEndIsUnfinished() {
    Ran ran =
        ais(
            AID
                + "!AIVDM,2,1,1,A,55?MbV02;H;s<HtKR20EHE:0@T4@Dn2222222216L961O5Gf0NSQEp6ClRp8,0*1C\n",
            "decode");
    assertThat(ran.err()).isEqualTo("wayside ais: unfinished 1\n");
  }

  @Test
  void unknownTypesAreKeptWithTheirBits() {
    Ran ran = ais("!AIVDM,1,1,,B,;4R33:1uUK2F`q?mOt@@GoQ00000,0*5D\n", "decode");
    assertThat(ran.out()).startsWith("{\"type\":11,");
    Ran seven = ais("!AIVDM,1,1,,A,702R5`hwCjq8,0*6B\n", "decode");
    assertThat(seven.out())
        .isEqualTo(
            "{\"type\":7,\"mmsi\":2655651,\"repeat\":0,\"channel\":\"A\","
                + "\"data\":\"72:1c00a2168c3f4f2e48\"}\n");
  }

  @Test
  void sourcesAndOwnMessagesAreTold() throws GarbledData {
    Value.Fields heard =
        json(
            ais(
                    "\\s:rORBCOMM007,q:u,c:1418171561,T:2014-12-10 00.32.41*52\\"
                        + "!AIVDM,1,1,,A,13F?Vv700<DJuuMtvjJ`eDgB0420,0*75\n",
                    "decode")
                .out());
    assertThat(heard.get("source")).isEqualTo(new Value.Text("rORBCOMM007"));
    assertThat(heard.get("own")).isEqualTo(Value.ABSENT);
    assertThat(json(ais("!AIVDO,1,1,,A,K01;FQh?PbtE3P00,0*75\n", "decode").out()).get("own"))
        .isEqualTo(new Value.Truth(true));
  }

  @Test
  void levelsAreReadAsTheOptionSays() {
    assertThat(ais(LEVELS, "decode", "--levels=above").out()).contains("\"level\":1.85");
    assertThat(ais(LEVELS, "decode", "--levels=below").out()).contains("\"level\":-1.85");
    assertThat(ais(LEVELS, "decode", "--levels=twos", "--raw").out())
        .contains("\"level\":-80.07")
        .contains("\"raw\":{\"gauge\":4,\"level\":8377}");
    assertThat(ais(LEVELS, "decode", "--levels=up").status()).isEqualTo(Ais.WRONG);
  }

  @Test
  void aFileIsReadAsTheStandardInputIs() throws IOException {
    Path log = Files.writeString(folder.resolve("a.log"), AID + MONITORING);
    assertThat(ais("", "decode", log.toString())).isEqualTo(ais(AID + MONITORING, "decode", "-"));
  }

  @Test
  void inputWithoutAnyMessageIsToldAndNoInputIsNothingWrong() {
    Ran vain = ais("hello\n", "decode");
    assertThat(vain.status()).isEqualTo(Ais.NOTHING);
    assertThat(vain.err()).contains("no-sentence 1").contains("no AIS message in the standard");
    assertThat(ais("", "decode")).isEqualTo(new Ran(0, "", ""));
  }

  @Test
  void helpTellsHow() {
    Ran ran = ais("", "--help");
    assertThat(ran.status()).isZero();
    assertThat(ran.out()).startsWith("usage: wayside ais decode").contains("exit status");
    assertThat(ais("", "decode", "--help").out()).isEqualTo(ran.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "encode", "decode --frob", "decode a b", "decode /no/such/file"})
  void wrongUsageIsRefusedInALine(String words) {
    Ran ran = ais("", words.split(" ", -1));
    assertThat(ran.status()).isEqualTo(Ais.WRONG);
    assertThat(ran.err()).startsWith("wayside ais: ").hasLineCount(1);
    assertThat(ran.out()).isEmpty();
  }

  @Test
  void whatCannotBeReadIsTold() {
    assertThat(ais("", "decode", folder.toString()).err()).contains("cannot be read");
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("pulled out");
          }

          @Override
          public int read(byte[] to, int offset, int length) throws IOException {
            throw new IOException("pulled out");
          }
        };
    assertThat(ais(broken, "decode").err()).contains("pulled out");
  }

  @Test
  void messagesThatAreNotDecodedAreCountedApartFromWhatIsWrong() {
    Ran ran = ais("!AIVDM,1,1,,A,@01uEO@mMk7P<P00,0*18\n" + AID, "decode");

    assertThat(ran.status()).isZero();
    assertThat(ran.out().lines()).hasSize(2);
    assertThat(ran.err()).isEqualTo("wayside ais: not-decoded type 16 1\n");
  }
}
