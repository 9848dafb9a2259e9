// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.office;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.record.JournalRecord;
import io.wayside.tolling.fare.EntryPoint;
import io.wayside.tolling.fare.Fare;
import io.wayside.tolling.fare.KnownEntry;
import io.wayside.tolling.fare.Priced;
import io.wayside.tolling.office.iso.IsoForm;
import io.wayside.tolling.office.netc.NetcForm;
import io.wayside.tolling.passage.Charge;
import io.wayside.tolling.passage.TollRecords;
import io.wayside.tolling.passage.Vehicles;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One passage in each form, letter by letter. */
class GoldenFormTest {

  private static final Instant PASSED = Instant.parse("2026-11-21T05:00:00Z");
  private static final Instant SENT = Instant.parse("2026-11-21T05:00:10Z");

  private static LaneRange passage(String currency, boolean closed) {
    Vehicles.Time time = new Vehicles.Time().at(PASSED);
    KnownEntry entry =
        new KnownEntry(
            new EntryPoint("1001", PASSED.minusSeconds(900), "gate-3/toll.lane-1/5"),
            KnownEntry.Source.OWN_LANE,
            false);
    Charge charge =
        Charge.of(
            new Priced.Sum(new Fare(54_050, currency, "fares", List.of("group:2"))),
            closed ? Optional.of(entry) : Optional.empty());
    JournalRecord record =
        Vehicles.kept(
            new TollRecords(Vehicles.LANE, Vehicles.PLAN, time)
                .passage(
                    Vehicles.facts(time.monotonicNanos(), "online", Optional.of(2)),
                    charge,
                    Vehicles.PROVENANCE),
            4711);
    return new LaneRange("toll.lane-2", List.of(record));
  }

  private static String text(OfficeRequest request) {
    return new String(request.content(), StandardCharsets.UTF_8);
  }

  @Test
  void aTransactionInXml() {
    assertThat(text(new NetcForm("WAYS").post(passage("VND", false), SENT).get(0)))
        .isEqualTo(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                + "<etc:ReqPay xmlns:etc=\"urn:wayside:toll:in-the-manner-of-netc\">"
                + "<Head ver=\"1.0\" ts=\"2026-11-21T05:00:10Z\" orgId=\"WAYS\""
                + " msgId=\"0017002261121000004711\"/>"
                + "<Txn id=\"0017002261121000004711\" ts=\"2026-11-21T05:00:00Z\""
                + " tsRead=\"2026-11-21T04:59:55Z\" type=\"DEBIT\""
                + " refUrl=\"gate-7/toll.lane-2/4711\"/>"
                + "<Plaza id=\"0017\" type=\"OPEN\"/>"
                + "<Lane id=\"002\" direction=\"north\" laneId=\"toll.lane-2\" number=\"4711\""
                + " Status=\"OPEN\" Mode=\"NORMAL\"/>"
                + "<ReaderVerificationResult signAuth=\"NOT_VERIFIED\" vehicleAuth=\"UNKNOWN\""
                + " mode=\"online\"/>"
                + "<Vehicle tagId=\"3416214b9400f68000000001\" class=\"2\" avc=\"2\""
                + " axleCount=\"2\"/>"
                + "<Payment><Amount curr=\"VND\" value=\"54050\" priceMode=\"POINT\""
                + " PaymentMode=\"account\"/></Payment></etc:ReqPay>");
  }

  @Test
  void sumsHaveTheDecimalsOfTheirCurrencyAndAWayIsPricedByDistance() {
    String xml = text(new NetcForm("WAYS").post(passage("EUR", true), SENT).get(0));
    assertThat(xml)
        .contains(
            "<EntryTxn plazaId=\"1001\" ts=\"2026-11-21T04:45:00Z\""
                + " id=\"gate-3/toll.lane-1/5\"/>")
        .contains("curr=\"EUR\" value=\"540.50\" priceMode=\"DISTANCE\"")
        .contains("<Plaza id=\"0017\" type=\"CLOSED\"/>");
  }

  @Test
  void aDeclarationInJson() {
    String json = text(new IsoForm("VN-0017", "OFFICE").post(passage("VND", false), SENT).get(0));
    assertThat(json)
        .startsWith(
            "{\"infoExchange\":{\"apci\":{\"aduOriginator\":\"VN-0017\",\"aduDestination\":"
                + "\"OFFICE\",\"apduIdentifier\":\"toll.lane-2.4711-4711\",\"apduDate\":"
                + "\"2026-11-21T05:00:10Z\"},\"adus\":[{\"tollDeclarationAdu\":{\"gateway\":"
                + "\"gate-7\",\"lane\":\"toll.lane-2\",\"number\":4711,\"recordHash\":\"")
        .contains(
            "\"station\":\"0017\",\"businessDay\":\"2026-11-21\",\"shift\":1,\"direction\":"
                + "\"north\",\"userId\":\"3416214b9400f68000000001\",\"vehicleGroup\":2")
        .contains(
            "\"payment\":\"account\",\"amountMinor\":54050,\"currency\":\"VND\",\"tariff\":"
                + "\"fares\",\"entry\":null,\"mode\":\"online\"")
        .endsWith("\"flags\":[]}}]}}");
  }

  @Test
  void neitherFormSaysAPlateThatIsHidden() {
    LaneRange range = passage("VND", false);
    assertThat(text(new NetcForm("W").post(range, SENT).get(0))).doesNotContain("plate");
    assertThat(text(new IsoForm("a", "b").post(range, SENT).get(0))).doesNotContain("29A");
  }
}
