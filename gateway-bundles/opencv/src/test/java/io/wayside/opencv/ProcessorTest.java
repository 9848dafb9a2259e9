// SPDX-License-Identifier: Apache-2.0
package io.wayside.opencv;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.natives.PackedLibrary;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ProcessorTest {

  @ParameterizedTest
  @CsvSource({"amd64,X86_64", "x86_64,X86_64", "aarch64,AARCH64", "arm,ARMV7"})
  void isKnownByWhatJavaCallsIt(String osArch, Processor expected) {
    assertThat(Processor.of("Linux", osArch)).contains(expected);
  }

  @Test
  void isNoneWhereThereIsNoLibrary() {
    assertThat(Processor.of("Linux", "riscv64")).isEmpty();
    assertThat(Processor.of("Linux", "i386")).isEmpty();
    assertThat(Processor.of("Mac OS X", "aarch64")).isEmpty();
    assertThat(Processor.of("Windows 11", "amd64")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void hasTheLibraryWithTheSumAndLengthThatAreWrittenHere(Processor processor) throws Exception {
    PackedLibrary library = processor.library();
    MessageDigest sum = MessageDigest.getInstance("SHA-256");
    long bytes;
    try (InputStream in =
        new DigestInputStream(Processor.class.getResourceAsStream(library.resource()), sum)) {
      bytes = in.transferTo(OutputStream.nullOutputStream());
    }

    assertThat(HexFormat.of().formatHex(sum.digest())).isEqualTo(library.sha256());
    assertThat(bytes).isEqualTo(library.bytes());
  }

  /**
   * ELF: e_machine at byte 18, 62 x86-64, 183 AArch64, 40 ARM; byte 4 is 1 for 32, 2 for 64 bit.
   */
  @ParameterizedTest
  @CsvSource({"X86_64,2,62", "AARCH64,2,183", "ARMV7,1,40"})
  void hasALibraryOfItsOwnKind(Processor processor, int width, int machine) throws IOException {
    try (DataInputStream in =
        new DataInputStream(Processor.class.getResourceAsStream(processor.library().resource()))) {
      byte[] head = in.readNBytes(40);

      assertThat(head).startsWith(0x7f, 'E', 'L', 'F');
      assertThat(head[4]).isEqualTo((byte) width);
      assertThat(head[18] & 0xff).isEqualTo(machine);
      // EF_ARM_ABI_FLOAT_HARD (0x400) of e_flags, which is at 36 in a 32-bit file.
      assertThat(processor == Processor.ARMV7 && (head[37] & 0x04) == 0).isFalse();
    }
  }
}
