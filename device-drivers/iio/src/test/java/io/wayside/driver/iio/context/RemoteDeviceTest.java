// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.iio.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.data.GarbledData;
import io.wayside.driver.iio.context.RemoteDevice.RemoteChannel;
import io.wayside.driver.iio.scan.ScanFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(180)
class RemoteDeviceTest {

  /** As PRINT gives it, document type and all. */
  static final String XML =
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>"
          + "<!DOCTYPE context [<!ELEMENT context (device | context-attribute)*>"
          + "<!ATTLIST context name CDATA #REQUIRED>]>"
          + "<context name=\"local\" description=\"Linux pi 6.6 &lt;armv7&gt;\" >"
          + "<context-attribute name=\"uri\" value=\"local:\" />"
          + "<device id=\"iio:device0\" name=\"ad7192\" label='deck &amp; &#66;&#x42;' >"
          + "<channel id=\"voltage0\" type=\"input\" >"
          + "<scan-element index=\"0\" format=\"be:u24/32&gt;&gt;8\" scale=\"0.0003\" />"
          + "<attribute name=\"raw\" filename=\"in_voltage0_raw\" />"
          + "<attribute name=\"scale\" filename=\"in_voltage_scale\" /></channel>"
          + "<!-- no more --><channel id=\"timestamp\" type=\"input\" >"
          + "<scan-element index=\"4\" format=\"le:S64/64&gt;&gt;0\" /></channel>"
          + "<channel id=\"voltage0\" type=\"output\" ></channel>"
          + "<attribute name=\"sampling_frequency\" />"
          + "<buffer-attribute name=\"watermark\" /></device>"
          + "<device id=\"trigger0\" /></context>\n";

  @Test
  void whatIiodPrintsIsUnderstood() throws GarbledData {
    RemoteDevice device = RemoteDevice.all(XML).get(0);

    assertThat(RemoteDevice.all(XML)).hasSize(2);
    assertThat(device.name()).isEqualTo("ad7192");
    assertThat(device.label()).isEqualTo("deck & BB");
    assertThat(device.attributes()).containsExactly("sampling_frequency");
    assertThat(device.bufferAttributes()).containsExactly("watermark");
    RemoteChannel channel = device.input("voltage0").orElseThrow();
    assertThat(channel.attributes()).containsExactly("raw", "scale");
    assertThat(channel.scan().orElseThrow().format()).isEqualTo(ScanFormat.parse("be:u24/32>>8"));
    assertThat(device.input("timestamp").orElseThrow().number()).isEqualTo(1);
    assertThat(device.input("voltage0").orElseThrow().output()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<context",
        "<context>",
        "<context></contexts>",
        "<context a='1' a='2'/>",
        "<context a=1/>",
        "<context a='&xxe;'/>",
        "<devices/>",
        "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>",
        "<context><device id='a b'/></context>",
        "<context><device/></context>"
      })
  void whatIsNoContextIsRefused(String xml) {
    assertThatThrownBy(() -> RemoteDevice.all(xml)).isInstanceOf(GarbledData.class);
  }

  @Test
  void anEntityOfTheDocumentIsNeverExpanded() {
    String declared =
        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><context name=\"&e;\"/>";

    assertThatThrownBy(() -> RemoteDevice.all(declared)).hasMessageContaining("not known");
  }

  @Test
  void nestingIsBounded() {
    String deep = "<context>" + "<a>".repeat(100_000);
    assertThatThrownBy(() -> RemoteDevice.all(deep)).hasMessageContaining("nested");
  }

  @Test
  void anyMutationIsUnderstoodOrRefused() {
    Random random = new Random(4);
    int understood = 0;
    for (int round = 0; round < 50_000; round++) {
      StringBuilder xml = new StringBuilder(XML);
      int changes = 1 + random.nextInt(4);
      for (int i = 0; i < changes && xml.length() > 1; i++) {
        int at = random.nextInt(xml.length());
        switch (random.nextInt(3)) {
          case 0 -> xml.setCharAt(at, "<>&\"'=/ a0;#".charAt(random.nextInt(12)));
          case 1 -> xml.delete(at, at + random.nextInt(30));
          default -> xml.insert(at, xml.substring(at, Math.min(xml.length(), at + 40)));
        }
      }
      try {
        understood += RemoteDevice.all(xml.toString()).size();
      } catch (GarbledData refused) {
        assertThat(refused.getMessage()).isNotBlank();
      }
    }
    assertThat(understood).isPositive();
  }
}
