// SPDX-License-Identifier: Apache-2.0
package io.wayside.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.boot.site.Attribute;
import io.wayside.boot.site.ComponentType;
import io.wayside.boot.site.Reference;
import io.wayside.boot.site.SchemaWriter;
import io.wayside.boot.site.SiteSchema;
import io.wayside.boot.site.ValueType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class SchemaGeneratorTest {

  private static final String GATEWAY =
      metatype(
          "pid=\"io.wayside.gateway\"",
          """
          <AD id="id" type="String"/><AD id="tenant" type="String"/>
          """);

  private static final String LAMP =
      """
      <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.4.0" name="x.Lamp"
          configuration-policy="require" configuration-pid="io.wayside.device.lamp">
        <service><provide interface="io.wayside.core.device.Output"/></service>
      </scr:component>
      """;

  private static final String STATION =
      """
      <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.4.0" name="x.Station"
          configuration-policy="require" configuration-pid="io.wayside.station.light">
        <reference name="lamp" interface="io.wayside.core.device.Output"/>
      </scr:component>
      """;

  @Test
  void attributes_take_type_default_range_and_choices_from_the_metatype() throws IOException {
    Attribute attribute =
        only(
            """
            <AD id="silentAfterMs" type="Integer" description="How long" min="200" max="60000"
                default="2000"/>
            """);

    assertThat(attribute.type()).isEqualTo(ValueType.INTEGER);
    assertThat(attribute.required()).isFalse();
    assertThat(attribute.defaults()).containsExactly("2000");
    assertThat(attribute.minimum()).contains(new BigDecimal("200"));
    assertThat(attribute.maximum()).contains(new BigDecimal("60000"));
    assertThat(attribute.description()).isEqualTo("How long");
    assertThat(
            only("<AD id=\"f\" type=\"String\"><Option label=\"A\" value=\"A\"/></AD>").options())
        .containsExactly("A");
  }

  @Test
  void an_attribute_without_default_is_required_unless_it_says_otherwise() throws IOException {
    assertThat(only("<AD id=\"a\" type=\"String\"/>").required()).isTrue();
    assertThat(only("<AD id=\"a\" type=\"String\" required=\"false\"/>").required()).isFalse();
    assertThat(only("<AD id=\"a\" type=\"String\" default=\"\"/>").required()).isFalse();
  }

  @Test
  void a_list_has_its_defaults_one_by_one() throws IOException {
    Attribute attribute =
        only("<AD id=\"a\" type=\"String\" cardinality=\"2147483647\" default=\"x,y\\,z\"/>");

    assertThat(attribute.many()).isTrue();
    assertThat(attribute.defaults()).containsExactly("x", "y,z");
  }

  @Test
  void names_that_people_do_not_write_are_left_out() throws IOException {
    ComponentType type =
        station(
            """
            <AD id="station.id" type="String"/><AD id="lamp.target" type="String"/>
            <AD id=".secret" type="String"/><AD id="lampDevice" type="String"/>
            """);

    assertThat(type.attributes()).extracting(Attribute::name).containsExactly("lampDevice");
    assertThat(type.attributes().get(0).reference())
        .contains(new Reference("lamp", "devices", "io.wayside.core.device.Output"));
  }

  @Test
  void a_name_without_a_reference_of_the_component_is_a_plain_text() throws IOException {
    assertThat(only("<AD id=\"otherDevice\" type=\"String\"/>").reference()).isEmpty();
  }

  @Test
  void a_component_without_settings_is_a_type_too() throws IOException {
    SiteSchema schema = SchemaGenerator.of(List.of(bundle(List.of(LAMP), List.of(GATEWAY))));

    assertThat(schema.sections().get("devices").types()).containsOnlyKeys("lamp");
    assertThat(schema.sections().get("devices").types().get("lamp").offers())
        .containsExactly("io.wayside.core.device.Output");
  }

  @Test
  void the_order_of_the_bundles_does_not_matter() throws IOException {
    BundleJar one = bundle(List.of(LAMP), List.of(GATEWAY));
    BundleJar other = bundle(List.of(STATION), List.of());

    assertThat(SchemaWriter.write(SchemaGenerator.of(List.of(one, other))))
        .isEqualTo(SchemaWriter.write(SchemaGenerator.of(List.of(other, one))));
  }

  @Test
  void a_PID_without_a_place_in_the_document_fails_the_build() {
    for (String pid : List.of("io.wayside.driver.lamp", "org.example", "io.wayside.Lamp")) {
      assertThatThrownBy(() -> PartPid.parse(pid))
          .hasMessageContaining(pid)
          .hasMessageContaining("io.wayside.device|station|uplink");
    }
  }

  @Test
  void a_type_that_a_document_cannot_write_fails_the_build_with_its_place() {
    assertThatThrownBy(() -> only("<AD id=\"a\" type=\"Password\"/>"))
        .hasMessageContaining("io.wayside.station.light, attribute a")
        .hasMessageContaining("Password");
  }

  private static Attribute only(String definition) throws IOException {
    return station(definition).attributes().get(0);
  }

  private static ComponentType station(String definitions) throws IOException {
    String metatype = metatype("factoryPid=\"io.wayside.station.light\"", definitions);
    return SchemaGenerator.of(List.of(bundle(List.of(STATION, LAMP), List.of(GATEWAY, metatype))))
        .sections()
        .get("stations")
        .types()
        .get("light");
  }

  private static String metatype(String pid, String definitions) {
    return """
        <metatype:MetaData xmlns:metatype="http://www.osgi.org/xmlns/metatype/v1.2.0">
          <OCD id="x" name="X" description="words">%s</OCD>
          <Designate %s><Object ocdref="x"/></Designate>
        </metatype:MetaData>
        """
        .formatted(definitions, pid);
  }

  private static BundleJar bundle(List<String> components, List<String> metatypes)
      throws IOException {
    return new BundleJar(
        Path.of("x.jar"), "io.wayside.x", "1", documents(components), documents(metatypes));
  }

  private static List<Document> documents(List<String> texts) throws IOException {
    List<Document> documents = new ArrayList<>();
    for (String text : texts) {
      documents.add(XmlFiles.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
    }
    return documents;
  }
}
