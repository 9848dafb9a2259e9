// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.record.JournalRecord;
import io.wayside.tolling.office.iso.IsoForm;
import io.wayside.tolling.office.netc.NetcForm;
import io.wayside.tolling.shift.RandomLane;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class FormedOfficeTest {

  private static final Instant NOW = Instant.parse("2026-11-21T05:00:00Z");
  private static final Pattern TXN = Pattern.compile("<Txn id=\"([^\"]+)\"");

  private final List<OfficeRequest> sent = new ArrayList<>();

  private static LaneRange range() {
    List<JournalRecord> records =
        new RandomLane(6, "lane-2")
            .write(40, 0).stream()
                .filter(r -> r.kind().name().equals("toll-passage"))
                .limit(5)
                .toList();
    return new LaneRange("toll.lane-2", records);
  }

  private BackOffice office(OfficeForm form, Carrier carrier) {
    return new FormedOffice(
        form,
        request -> {
          sent.add(request);
          return carrier.exchange(request);
        },
        () -> NOW);
  }

  private static byte[] accept(OfficeRequest request) {
    Matcher id = TXN.matcher(new String(request.content(), StandardCharsets.UTF_8));
    assertThat(id.find()).isTrue();
    return ("<RespPay><Resp txnId=\"" + id.group(1) + "\" result=\"ACCEPTED\"/></RespPay>")
        .getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void sendsOneTransactionAfterTheOther() throws Exception {
    LaneRange range = range();
    List<Settled> said = office(new NetcForm("W"), FormedOfficeTest::accept).post(range);
    assertThat(sent).hasSize(5).allMatch(request -> request.operation().equals("ReqPay"));
    assertThat(said)
        .extracting(Settled::number)
        .containsExactlyElementsOf(range.records().stream().map(r -> r.id().sequence()).toList());
  }

  @Test
  void keepsWhatWasAnsweredBeforeTrouble() throws Exception {
    BackOffice office =
        office(
            new NetcForm("W"),
            request -> {
              if (sent.size() == 4) {
                throw new OfficeTrouble.Silent("gone");
              }
              return accept(request);
            });
    assertThat(office.post(range())).hasSize(3);
    assertThat(sent).hasSize(4);
  }

  @Test
  void tellsTheTroubleThatCameBeforeAnyAnswer() {
    BackOffice office =
        office(
            new NetcForm("W"),
            request -> {
              throw new OfficeTrouble.Unavailable("closed");
            });
    assertThatThrownBy(() -> office.post(range())).isInstanceOf(OfficeTrouble.Unavailable.class);
    assertThat(sent).hasSize(1);
  }

  @Test
  void anAnswerThatCannotBeReadIsSilence() {
    for (OfficeForm form : List.of(new IsoForm("a", "b"), new NetcForm("W"))) {
      BackOffice office = office(form, request -> new byte[] {1, 2, 3});
      assertThatThrownBy(() -> office.post(range())).isInstanceOf(OfficeTrouble.Silent.class);
      assertThatThrownBy(() -> office.status(range())).isInstanceOf(OfficeTrouble.Silent.class);
      assertThatThrownBy(() -> office.list(new ListQuestion("i", "l", 0)))
          .isInstanceOf(OfficeTrouble.Silent.class)
          .hasMessageContaining("cannot be read");
    }
  }

  @Test
  void aListComesWithWhatItChanges() throws Exception {
    String answer =
        "{\"infoExchange\":{\"adus\":[{\"exceptionListAdu\":{\"issuer\":\"vetc\",\"list\":"
            + "\"blocked\",\"baseVersion\":3,\"version\":4,\"asOf\":\"2026-11-21T05:00:00Z\","
            + "\"entries\":[\"3416\"]}}]}}";
    ListAnswer list =
        office(new IsoForm("a", "b"), request -> answer.getBytes(StandardCharsets.UTF_8))
            .list(new ListQuestion("vetc", "blocked", 3));
    assertThat(list.version()).isEqualTo(4);
    assertThat(list.asOf()).isEqualTo(NOW);
    assertThat(new String(sent.get(0).content(), StandardCharsets.UTF_8))
        .contains("\"haveVersion\":3");
  }
}
