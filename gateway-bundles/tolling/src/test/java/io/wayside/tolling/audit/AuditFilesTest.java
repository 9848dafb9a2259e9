// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.record.JournalRecord;
import io.wayside.tolling.passage.LaneMoment;
import io.wayside.tolling.passage.PassageFacts;
import io.wayside.tolling.passage.TollRecords;
import io.wayside.tolling.passage.Vehicles;
import io.wayside.tolling.shift.RandomLane;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class AuditFilesTest {

  private static Document xml(String text) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static JournalRecord abort(List<LaneMoment> timeline) {
    PassageFacts facts = Vehicles.facts(0, "online", Optional.of(2));
    PassageFacts shown =
        new PassageFacts(
            facts.vehicle(),
            facts.openedNanos(),
            facts.atNanos(),
            facts.grant(),
            facts.decided(),
            facts.tags(),
            timeline,
            facts.measured(),
            facts.plate(),
            List.of(),
            facts.flags());
    return Vehicles.kept(
        new TollRecords(Vehicles.LANE, Vehicles.PLAN, new Vehicles.Time().at(Vehicles.ORIGIN))
            .abort(shown, "=cmd|' /C calc'!A0", Vehicles.PROVENANCE),
        3);
  }

  @Test
  void theDrawingIsXmlAndHasABarForEachTimeAContactWasHeld() throws Exception {
    JournalRecord record =
        abort(
            List.of(
                new LaneMoment(-9 * Vehicles.SECOND, "arming-on"),
                new LaneMoment(-5 * Vehicles.SECOND, "arming-off"),
                new LaneMoment(-4 * Vehicles.SECOND, "barrier-raise"),
                new LaneMoment(-3 * Vehicles.SECOND, "safety-on"),
                new LaneMoment(-1 * Vehicles.SECOND, "safety-off"),
                new LaneMoment(-1 * Vehicles.SECOND, "arming-on")));
    NodeList bars = xml(TimelineDrawing.of(record)).getElementsByTagName("rect");
    assertThat(bars.getLength()).isEqualTo(4); // two of arming, one of safety, one tag
    double arming = width(bars, 0);
    double safety = width(bars, 2);
    assertThat(arming / safety).isBetween(1.95, 2.05); // 4 s to 2 s
  }

  private static double width(NodeList bars, int at) {
    return Double.parseDouble(((Element) bars.item(at)).getAttribute("width"));
  }

  @Test
  void anyTimelineGivesADrawingThatIsXml() throws Exception {
    Random random = new Random(21);
    List<String> words = List.of("arming-on", "arming-off", "safety-on", "x", "<&\">-on", "-off");
    for (int i = 0; i < 200; i++) {
      List<LaneMoment> timeline = new ArrayList<>();
      for (int n = random.nextInt(8); n > 0; n--) {
        timeline.add(
            new LaneMoment(-random.nextLong(1L << 40), words.get(random.nextInt(words.size()))));
      }
      xml(TimelineDrawing.of(abort(timeline)));
    }
  }

  @Test
  void everyRecordOfALaneGivesItsFiles() throws Exception {
    for (JournalRecord record : new RandomLane(31, "lane-2").write(80, 0)) {
      Complaint complaint = new Complaint(record, "n", List.of(record), List.of(), false);
      Map<String, String> files = AuditFiles.of(complaint);
      xml(files.get("timeline.svg"));
      assertThat(files.get("page.html")).contains("NOT fit", "<h1>n</h1>");
      assertThat(files.get("timeline.csv").lines()).first().isEqualTo("atS,what");
    }
  }

  @Test
  void tablesHaveARowForEachAndRunNothingInASpreadsheet() {
    JournalRecord record =
        abort(List.of(new LaneMoment(-Vehicles.SECOND, "=1+1,\"x\""), new LaneMoment(0, "b")));
    Map<String, String> files =
        AuditFiles.of(new Complaint(record, "n", List.of(), List.of(), true));
    assertThat(files.get("timeline.csv")).isEqualTo("atS,what\n-1.0,\"'=1+1,\"\"x\"\"\"\n0.0,b\n");
    assertThat(files.get("tags.csv").lines().count()).isEqualTo(2);
    assertThat(files.get("sightings.csv")).contains("3416214b9400f68000000001,-5.0,1,-52.5,3");
    assertThat(files.get("lists.csv")).contains("vetc,accounts,12,");
    assertThat(files.get("page.html")).contains("fits the journal");
  }
}
