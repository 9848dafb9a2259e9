// SPDX-License-Identifier: Apache-2.0
package io.wayside.onnxruntime;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.natives.PackedLibrary;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ProcessorTest {

  @ParameterizedTest
  @CsvSource({"amd64,X86_64", "x86_64,X86_64", "aarch64,AARCH64"})
  void isKnownByWhatJavaCallsIt(String osArch, Processor expected) {
    assertThat(Processor.of("Linux", osArch)).contains(expected);
  }

  @Test
  void isNoneWhereThereIsNoLibrary() {
    assertThat(Processor.of("Linux", "arm")).isEmpty();
    assertThat(Processor.of("Linux", "riscv64")).isEmpty();
    assertThat(Processor.of("Mac OS X", "aarch64")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void hasTheLibrariesWithTheSumsAndLengthsThatAreWrittenHere(Processor processor)
      throws Exception {
    for (PackedLibrary library : List.of(processor.engine(), processor.binding())) {
      MessageDigest sum = MessageDigest.getInstance("SHA-256");
      long bytes;
      try (InputStream in =
          new DigestInputStream(Processor.class.getResourceAsStream(library.resource()), sum)) {
        bytes = in.transferTo(OutputStream.nullOutputStream());
      }

      assertThat(HexFormat.of().formatHex(sum.digest())).isEqualTo(library.sha256());
      assertThat(bytes).isEqualTo(library.bytes());
    }
  }

  /** From 1.29.0 at the latest ONNX Runtime does so by itself, and Java cannot keep it from it. */
  @ParameterizedTest
  @EnumSource
  void hasLibrariesThatReportToNobody(Processor processor) throws IOException {
    for (PackedLibrary library : List.of(processor.engine(), processor.binding())) {
      try (InputStream in = Processor.class.getResourceAsStream(library.resource())) {
        String text = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);

        assertThat(text.contains("libonnxruntime")).isTrue();
        assertThat(text.contains("events.data.microsoft.com")).isFalse();
        assertThat(text.contains("OneCollector")).isFalse();
      }
    }
  }

  /** ELF of 64 bit: e_machine at byte 18, 62 x86-64, 183 AArch64. */
  @ParameterizedTest
  @CsvSource({"X86_64,62", "AARCH64,183"})
  void hasLibrariesOfItsOwnKind(Processor processor, int machine) throws IOException {
    for (PackedLibrary library : List.of(processor.engine(), processor.binding())) {
      try (DataInputStream in =
          new DataInputStream(Processor.class.getResourceAsStream(library.resource()))) {
        byte[] head = in.readNBytes(20);

        assertThat(head).startsWith(0x7f, 'E', 'L', 'F', 2);
        assertThat(head[18] & 0xff).isEqualTo(machine);
      }
    }
  }
}
