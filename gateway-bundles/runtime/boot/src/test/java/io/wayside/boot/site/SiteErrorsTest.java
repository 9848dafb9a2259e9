// SPDX-License-Identifier: Apache-2.0
package io.wayside.boot.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person reads when the document is wrong: one change, one line, in these words. */
class SiteErrorsTest {

  private static final SiteReader READER = new SiteReader(SchemaFixture.schema());

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // names
        "\"devices\": {| \"device\": {| site.json:4:3: device: unknown section \"device\" — did you mean \"devices\"?",
        "\"link\":| \"lnk\":| site.json:5:39: devices.scale-1.lnk: unknown setting \"lnk\" — did you mean \"link\"?",
        "\"link\":| \"frequency\":| site.json:5:39: devices.scale-1.frequency: unknown setting \"frequency\" — settings of type indicator known here: link, format, scaleInterval, silentAfter, enabled",
        "\"type\": \"lamp\"| \"type\": \"lamb\"| site.json:7:25: devices.lamp-1.type: unknown type \"lamb\" — did you mean \"lamp\"?",
        "\"type\": \"lamp\"| \"tipe\": \"lamp\"| site.json:7:15: devices.lamp-1: \"type\" is missing — types known here: indicator, lamp",
        "\"type\": \"lamp\"| \"type\": 4| site.json:7:25: devices.lamp-1.type: expected a text, found 4 — types known here: indicator, lamp",
        "\"lamp-1\"| \"Lamp 1\"| site.json:7:5: devices.Lamp 1: \"Lamp 1\" is not an id — use lower-case letters, digits, hyphens and dots, begin and end with a letter or digit, 40 characters at most",
        "\"hp-ql10-km12\"| \"HP\"| site.json:2:22: gateway.id: \"HP\" is not a name — use lower-case letters, digits, hyphens and dots, begin and end with a letter or digit, 40 characters at most",
        // shapes
        "{ \"type\": \"lamp\" }| [ ]| site.json:7:15: devices.lamp-1: expected an object, found a list — write { \"type\": … }",
        "\"journal\": { }| \"journal\": 7| site.json:3:14: journal: expected an object, found 7 — write { }",
        "\"tcp://broker.example:1883\"| 1883| site.json:12:56: uplinks.centre.brokers[0]: expected a text, found 1883 — put it in quotes",
        "[\"tcp://broker.example:1883\"]| \"tcp://x\"| site.json:12:55: uplinks.centre.brokers: expected a list, found \"tcp://x\" — write [ ] around it, even for one value",
        "\"serial:/dev/ttyUSB0?9600,8N1\"| 9600| site.json:5:47: devices.scale-1.link: expected a text, found 9600 — put it in quotes",
        "\"scaleInterval\"| \"enabled\": \"yes\", \"scaleInterval\"| site.json:6:29: devices.scale-1.enabled: expected true or false, found \"yes\" — write true or false without quotes",
        // missing
        "\"tenant\": \"hai-phong\", | ``| site.json:2:14: gateway: \"tenant\" is missing — add \"tenant\": … (Whom it belongs to)",
        "\"scaleInterval\": \"20 kg\"| \"enabled\": true| site.json:5:16: devices.scale-1: \"scaleInterval\" is missing — add \"scaleInterval\": \"1 kg\" (Scale interval e)",
        "\"journal\": { },| ``| site.json:1:1: section \"journal\" is missing — add \"journal\": { }",
        // units
        "\"20 kg\"| 20| site.json:6:35: devices.scale-1.scaleInterval: 20 has no unit — write a number and one of kg, g, t, such as \"1 kg\"",
        "\"20 kg\"| \"20 lb\"| site.json:6:35: devices.scale-1.scaleInterval: \"20 lb\" is not a mass — write a number and one of kg, g, t, such as \"1 kg\"",
        "\"20 kg\"| \"20 s\"| site.json:6:35: devices.scale-1.scaleInterval: \"20 s\" is not a mass — write a number and one of kg, g, t, such as \"1 kg\"",
        "\"20 kg\"| true| site.json:6:35: devices.scale-1.scaleInterval: expected a mass, found true — write a number and one of kg, g, t, such as \"1 kg\"",
        "\"scaleInterval\": \"20 kg\"| \"scaleIntervalKg\": \"20 kg\"| site.json:6:37: devices.scale-1.scaleIntervalKg: expected a number, found \"20 kg\" — write the number of kg without quotes, or \"scaleInterval\": \"1 kg\"",
        "\"scaleInterval\": \"20 kg\"| \"scaleInterval\": \"20 kg\", \"scaleIntervalKg\": 20| site.json:6:44: devices.scale-1.scaleIntervalKg: \"scaleInterval\" and \"scaleIntervalKg\" are both given — keep one of them",
        // ranges
        "\"3 s\"| \"2 min\"| site.json:10:77: stations.lane-1.vehicleGap: 120 s is too large — write 0.1 s to 60 s",
        "\"3 s\"| \"1 ms\"| site.json:10:77: stations.lane-1.vehicleGap: 0.001 s is too small — write 0.1 s to 60 s",
        "\"scaleInterval\"| \"silentAfter\": \"10.5 ms\", \"scaleInterval\"| site.json:6:33: devices.scale-1.silentAfter: 10.5 ms is not a whole number — write a whole number of ms",
        "\"scaleInterval\"| \"format\": \"A8\", \"scaleInterval\"| site.json:6:28: devices.scale-1.format: \"A8\" is not one of the choices — did you mean \"A9\"?",
        // references
        "\"scaleDevice\": \"scale-1\"| \"scaleDevice\": \"scale-2\"| site.json:10:52: stations.lane-1.scaleDevice: there is no device \"scale-2\" in this document — did you mean \"scale-1\"?",
        "\"scaleDevice\": \"scale-1\"| \"scaleDevice\": \"lamp-1\"| site.json:10:52: stations.lane-1.scaleDevice: device \"lamp-1\" does not offer WeightSource — name one that does: scale-1",
      })
  void says_what_is_wrong_where_and_what_to_do(String text, String change, String line) {
    SiteReading reading = READER.read(SiteDocument.with(text, change));

    assertThat(reading).isInstanceOf(SiteReading.Refused.class);
    assertThat(lines(reading)).contains(line);
  }

  @Test
  void lists_all_errors_in_the_order_of_the_text() {
    String document =
        SiteDocument.with("\"20 kg\"", "\"20\"")
            .replace("\"3 s\"", "\"3\"")
            .replace("\"hai-phong\"", "7")
            .replace("\"uplinks\"", "\"uplink\"");

    assertThat(lines(READER.read(document)))
        .extracting(line -> line.replaceAll("^site.json:([0-9:]+): ([^:]+): .*", "$1 $2"))
        .containsExactly(
            "2:48 gateway.tenant",
            "6:35 devices.scale-1.scaleInterval",
            "10:77 stations.lane-1.vehicleGap",
            "12:3 uplink");
  }

  @Test
  void says_where_the_text_is_no_JSON() {
    assertThat(lines(READER.read("{\n  \"gateway\": {,}\n}")))
        .containsExactly(
            "site.json:2:15: expected a key in quotes or '}' but found \",\" — correct the JSON there;"
                + " nothing after it has been looked at");
  }

  @Test
  void refuses_a_key_given_twice() {
    assertThat(lines(READER.read("{ \"gateway\": {}, \"gateway\": {} }")).get(0))
        .startsWith("site.json:1:18: ");
  }

  @Test
  void refuses_a_document_that_is_no_object() {
    assertThat(lines(READER.read("[]")))
        .containsExactly(
            "site.json:1:1: expected an object, found a list — begin the document with {");
  }

  @Test
  void offers_the_fitting_kind_when_no_part_fits() {
    String document =
        SiteDocument.with("\"type\": \"weighing\"", "\"type\": \"weighing\", \"lampDevice\": \"x\"")
            .replace("\"lamp-1\": { \"type\": \"lamp\" }", "\"other\": { \"type\": \"none\" }");

    assertThat(lines(READER.read(document)))
        .anySatisfy(
            line -> assertThat(line).endsWith("— add to \"devices\" one that offers Output"));
  }

  private static List<String> lines(SiteReading reading) {
    return ((SiteReading.Refused) reading)
        .errors().stream().map(error -> error.line("site.json")).toList();
  }
}
