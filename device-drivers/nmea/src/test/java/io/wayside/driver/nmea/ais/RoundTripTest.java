// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.ais;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random fields of every message that is read come back as they were written. The tables below
 * stand apart from the decoder: a name and a width in bits, {@code s} for a signed number, {@code
 * t} for characters of text, {@code =} for a number that is fixed, {@code -} for bits left out.
 */
class RoundTripTest {

  private static final int ROUNDS = 400;
  private static final String HEAD = "repeat 2 mmsi 30 ";
  private static final String MOTION =
      "speed 10 accuracy 1 lon s28 lat s27 course 12 heading 9 second 6 ";
  private static final String SIZE = "toBow 9 toStern 9 toPort 6 toStarboard 6 ";
  private static final String MONITORING =
      "vInt 10 vEx1 10 vEx2 10 racon 2 light 2 health 1 inputs 8 offPos 1 - 4";

  private final Random random = new Random(21);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "type=1 6 " + HEAD + "status 4 turn s8 " + MOTION + "maneuver 2 - 3 raim 1 radio 19",
        "type=2 6 " + HEAD + "status 4 turn s8 " + MOTION + "maneuver 2 - 3 raim 1 radio 19",
        "type=3 6 " + HEAD + "status 4 turn s8 " + MOTION + "maneuver 2 - 3 raim 1 radio 19",
        "type=4 6 "
            + HEAD
            + "year 14 month 4 day 5 hour 5 minute 6 second 6 accuracy 1 lon s28 lat s27 epfd 4 - 10"
            + " raim 1 radio 19",
        "type=11 6 "
            + HEAD
            + "year 14 month 4 day 5 hour 5 minute 6 second 6 accuracy 1 lon s28 lat s27 epfd 4 - 10"
            + " raim 1 radio 19",
        "type=5 6 "
            + HEAD
            + "version 2 imo 30 callsign t7 name t20 shipType 8 "
            + SIZE
            + "epfd 4 month 4 day 5 hour 5 minute 6 draught 8 destination t20 dte 1 - 1",
        "type=6 6 "
            + HEAD
            + "sequence 2 destination 30 retransmitted 1 - 1 dac=235 10 fi=10 6 "
            + MONITORING,
        "type=6 6 "
            + HEAD
            + "sequence 2 destination 30 retransmitted 1 - 1 dac=366 10 fi=10 6 "
            + MONITORING,
        "type=6 6 "
            + HEAD
            + "sequence 2 destination 30 retransmitted 1 - 1 dac=235 10 fi=20 6 "
            + "name t34 day 5 hour 5 minute 6 lon s28 lat s27 offPos 1 - 4",
        "type=6 6 "
            + HEAD
            + "sequence 2 destination 30 retransmitted 1 - 1 dac=0 10 fi=0 6 sub 16 vInt 12 "
            + "current 10 mains 1 lightOn 1 batteryLow 1 offPos 1 - 6",
        "type=8 6 " + HEAD + "- 2 dac=250 10 fi=10 6 " + MONITORING,
        "type=8 6 "
            + HEAD
            + "- 2 dac=200 10 fi=25 6 version 3 country t2 section 17 object t5 hectometre 17 "
            + "clearance 14 age 10 clearanceAccuracy 5 - 4",
        "type=14 6 " + HEAD + "- 2 text t26",
        "type=18 6 "
            + HEAD
            + "reserved 8 "
            + MOTION
            + "regional 2 cs 1 display 1 dsc 1 band 1 msg22 1 assigned 1 raim 1 radio 20",
        "type=19 6 "
            + HEAD
            + "reserved 8 "
            + MOTION
            + "regional 4 name t20 shipType 8 "
            + SIZE
            + "epfd 4 raim 1 dte 1 assigned 1 - 4",
        "type=21 6 "
            + HEAD
            + "aidType 5 name t20 accuracy 1 lon s28 lat s27 "
            + SIZE
            + "epfd 4 second 6 offPosition 1 regional=0 8 raim 1 virtual 1 assigned 1 - 1",
        "type=24 6 " + HEAD + "part=0 2 name t20 - 8",
        "type=24 6 "
            + "repeat 2 mmsi=574123456 30 part=1 2 shipType 8 vendor t3 model 4 serial 20 "
            + "callsign t7 "
            + SIZE
            + "- 6",
        "type=24 6 "
            + "repeat 2 mmsi=985741234 30 part=1 2 shipType 8 vendor t3 model 4 serial 20 "
            + "callsign t7 mothership 30 - 6",
        "type=25 6 " + HEAD + "-=0 1 -=1 1 dac=235 10 fi=10 6 " + MONITORING,
        "type=25 6 " + HEAD + "-=1 1 -=1 1 destination 30 dac=250 10 fi=10 6 " + MONITORING,
        "type=26 6 " + HEAD + "-=0 1 -=1 1 dac=235 10 fi=10 6 " + MONITORING + " - 20",
        "type=26 6 "
            + HEAD
            + "-=1 1 -=1 1 destination 30 dac=235 10 fi=10 6 "
            + MONITORING
            + " - 20",
        "type=27 6 "
            + HEAD
            + "accuracy 1 raim 1 status 4 lon s18 lat s17 speed 6 course 9 late 1 - 1",
        "type=28 6 "
            + HEAD
            + "second 6 lon s28 lat s27 restricted 2 stationType 3 aidType 7 mrn 17 shape 4 "
            + "dimensionA 9 dimensionB 11 moreShapes 1 uncharted 1 stationStatus 4 regional=37 8 - 1 "
            + "authenticated 1"
      })
  void randomFieldsComeBackAsTheyWereWritten(String layout) {
    for (int i = 0; i < ROUNDS; i++) {
      Written written = new Written();
      Map<String, Object> fields = write(layout, written);
      assertThat(RawTeller.of(written.heard().message()))
          .as(written.letters())
          .containsAllEntriesOf(fields);
    }
  }

  /** A report of weather and water: its place is not as fine, its figures have their own table. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "type=8 6 "
            + HEAD
            + "- 2 dac=1 10 fi=31 6 lon s25 lat s24 accuracy 1 day 5 hour 5 minute 6 windSpeed 7 "
            + "windGust 7 windDirection 9 gustDirection 9 airTemperature s11 humidity 7 "
            + "dewPoint s10 pressure 9 pressureTrend 2 visibilityBeyond 1 visibility 7 "
            + "waterLevel 12 levelTrend 2 currentSpeed 8 currentDirection 9 currentSpeed2 8 "
            + "currentDirection2 9 currentDepth2 5 currentSpeed3 8 currentDirection3 9 "
            + "currentDepth3 5 waveHeight 8 wavePeriod 6 waveDirection 9 swellHeight 8 "
            + "swellPeriod 6 swellDirection 9 seaState 4 waterTemperature s10 precipitation 3 "
            + "salinity 9 ice 2 - 10",
        "type=8 6 "
            + HEAD
            + "- 2 dac=1 10 fi=11 6 lat s24 lon s25 day 5 hour 5 minute 6 windSpeed 7 windGust 7 "
            + "windDirection 9 gustDirection 9 airTemperature 11 humidity 7 dewPoint 10 pressure 9 "
            + "pressureTrend 2 visibility 8 waterLevel 9 levelTrend 2 currentSpeed 8 "
            + "currentDirection 9 currentSpeed2 8 currentDirection2 9 currentDepth2 5 "
            + "currentSpeed3 8 currentDirection3 9 currentDepth3 5 waveHeight 8 wavePeriod 6 "
            + "waveDirection 9 swellHeight 8 swellPeriod 6 swellDirection 9 seaState 4 "
            + "waterTemperature 10 precipitation 3 salinity 9 ice 2 - 6"
      })
  void randomFiguresOfWeatherAndWaterComeBackAsTheyWereWritten(String layout) {
    randomFieldsComeBackAsTheyWereWritten(layout);
  }

  private Map<String, Object> write(String layout, Written to) {
    Map<String, Object> fields = new LinkedHashMap<>();
    String[] words = layout.trim().split(" +", -1);
    for (int i = 0; i < words.length; i += 2) {
      String name = words[i].split("=", -1)[0];
      Object value = value(words[i], words[i + 1], to);
      if (!name.equals("-")) {
        fields.put(name, value);
      }
    }
    return fields;
  }

  private Object value(String name, String width, Written to) {
    if (width.startsWith("t")) {
      int characters = Integer.parseInt(width.substring(1));
      String text = text(characters);
      to.text(text, characters);
      return text;
    }
    boolean signed = width.startsWith("s");
    int bits = Integer.parseInt(signed ? width.substring(1) : width);
    long value =
        name.contains("=")
            ? Long.parseLong(name.split("=", -1)[1])
            : random.nextLong(1L << bits) - (signed ? 1L << (bits - 1) : 0);
    to.put(value, bits);
    return value;
  }

  /** Any characters but '@', the last none of blank; often shorter than there is room. */
  private String text(int most) {
    int length = random.nextBoolean() ? most : random.nextInt(most + 1);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(Written.character(1 + random.nextInt(63)));
    }
    return text.toString().replaceAll(" +$", "");
  }
}
