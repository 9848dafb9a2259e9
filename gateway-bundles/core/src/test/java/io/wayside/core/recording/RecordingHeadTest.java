// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Json;
import io.wayside.core.data.Node;
import io.wayside.core.data.Value;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordingHeadTest {

  private static final String JSON =
      Json.write(Recordings.head(Recordings.channel("a", Coding.INT16)).toValue());

  @Test
  void comesBackFromItsDocument() throws GarbledData {
    for (int seed = 0; seed < 200; seed++) {
      RecordingHead head = new Recordings(seed).anyHead();
      assertThat(RecordingHead.from(Node.read("x", Json.writeIndented(head.toValue()))))
          .isEqualTo(head);
    }
  }

  @Test
  void writtenByHandItMayLeaveOutWhatIsUsual() throws GarbledData {
    RecordingHead head =
        RecordingHead.from(
            Node.read(
                "x",
                "{\"format\":\"wayside-recording\",\"version\":1,\"device\":\"d\","
                    + "\"startedAt\":\"2026-07-31T15:00:00+07:00\",\"startMonotonicNanos\":0,"
                    + "\"rateHz\":512,\"channels\":[{\"name\":\"s\",\"unit\":\"1\"}]}"));

    assertThat(head.startedAt()).isEqualTo(Instant.parse("2026-07-31T08:00:00Z"));
    assertThat(head.channels())
        .containsExactly(new RecordedChannel("s", "1", Coding.FLOAT64, 1, 0));
    assertThat(head.instrument()).isEqualTo(Value.ABSENT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"version\":1|\"version\":2|newer",
        "\"version\":1|\"version\":\"1\"|must be 1",
        "wayside-recording|wav|must be \"wayside-recording\"",
        "\"truth\"|\"truht\"|is not known here",
        "2026-07-31T08:00:00Z|yesterday|must be a time",
        "1000.0|0.0|above zero",
        "int16|int24|must be one of int16, int32, float32, float64",
        "\"scale\":1.0|\"scale\":0|not zero",
        "\"startMonotonicNanos\":1000000|\"startMonotonicNanos\":1.5|whole number"
      })
  void whatIsWrongIsNamed(String right, String wrong, String said) {
    assertThat(JSON).contains(right);
    assertThatThrownBy(() -> RecordingHead.from(Node.read("x.wsr", JSON.replace(right, wrong))))
        .isInstanceOf(GarbledData.class)
        .hasMessageStartingWith("x.wsr: ")
        .hasMessageContaining(said);
  }

  @Test
  void twoChannelsOfOneNameAreRefused() {
    assertThatThrownBy(
            () ->
                Recordings.head(
                    Recordings.channel("a", Coding.INT16), Recordings.channel("a", Coding.INT32)))
        .hasMessageContaining("same name");
    assertThatThrownBy(Recordings::head).hasMessageContaining("1 to 256 channels");
    assertThatThrownBy(() -> Recordings.channel("a\nb", Coding.INT16))
        .hasMessageContaining("control characters");
  }

  @Test
  void aHeadThatNobodyCouldReadAgainIsNotWritten() {
    RecordingHead plain = Recordings.head(Recordings.channel("a", Coding.INT16));
    RecordingHead long1 =
        new RecordingHead(
            "d",
            Instant.EPOCH,
            0,
            1,
            plain.channels(),
            Value.ABSENT,
            new Value.Many(List.of(new Value.Text("x".repeat(1 << 20)))),
            Value.ABSENT);
    assertThatThrownBy(() -> new RecordingEncoder(long1)).hasMessageContaining("shorten");
  }
}
