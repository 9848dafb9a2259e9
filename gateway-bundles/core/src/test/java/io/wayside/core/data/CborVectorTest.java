// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of RFC 8949, Appendix A; those that are no record content must be refused. */
class CborVectorTest {

  @ParameterizedTest(name = "{1} is {0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "00 | 0",
        "01 | 1",
        "0a | 10",
        "17 | 23",
        "1818 | 24",
        "1819 | 25",
        "1864 | 100",
        "1903e8 | 1000",
        "1a000f4240 | 1000000",
        "1b000000e8d4a51000 | 1000000000000",
        "1b7fffffffffffffff | 9223372036854775807",
        "20 | -1",
        "29 | -10",
        "3863 | -100",
        "3903e7 | -1000",
        "3b7fffffffffffffff | -9223372036854775808",
        "f90000 | 0.0",
        "f93c00 | 1.0",
        "fb3ff199999999999a | 1.1",
        "f93e00 | 1.5",
        "f97bff | 65504.0",
        "fa47c35000 | 100000.0",
        "fa7f7fffff | 3.4028234663852886e+38",
        "fb7e37e43c8800759c | 1.0e+300",
        "f90001 | 5.960464477539063e-8",
        "f90400 | 0.00006103515625",
        "f9c400 | -4.0",
        "fbc010666666666666 | -4.1",
        "f4 | false",
        "f5 | true",
        "f6 | null",
        "60 | \"\"",
        "6161 | \"a\"",
        "6449455446 | \"IETF\"",
        "62225c | \"\\\"\\\\\"",
        "62c3bc | \"\\u00fc\"",
        "63e6b0b4 | \"\\u6c34\"",
        "64f0908591 | \"\\ud800\\udd51\"",
        "80 | []",
        "83010203 | [1, 2, 3]",
        "8301820203820405 | [1, [2, 3], [4, 5]]",
        "98190102030405060708090a0b0c0d0e0f101112131415161718181819 | [1, 2, 3, 4, 5, 6, 7, 8, 9,"
            + " 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25]",
        "a0 | {}",
        "a26161016162820203 | {\"a\": 1, \"b\": [2, 3]}",
        "826161a161626163 | [\"a\", {\"b\": \"c\"}]",
        "a56161614161626142616361436164614461656145 | {\"a\": \"A\", \"b\": \"B\", \"c\": \"C\","
            + " \"d\": \"D\", \"e\": \"E\"}",
      })
  void encodesAndDecodesTheExample(String hex, String json) throws GarbledData {
    Value value = Json.read(json).root();

    assertThat(HexFormat.of().formatHex(Cbor.encode(value))).isEqualTo(hex);
    assertThat(Cbor.decode(HexFormat.of().parseHex(hex))).isEqualTo(value);
  }

  @ParameterizedTest(name = "{0} is refused: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        // Appendix A: no record content
        "1bffffffffffffffff | 0 | a whole number of at most 63 bits",
        "3bffffffffffffffff | 0 | a whole number of at most 63 bits",
        "c249010000000000000000 | 0 | no tag",
        "c11a514b67b0 | 0 | no tag",
        "f98000 | 0 | zero without a sign",
        "f97c00 | 0 | a finite real",
        "f97e00 | 0 | a finite real",
        "f9fc00 | 0 | a finite real",
        "fa7f800000 | 0 | a finite real",
        "fa7fc00000 | 0 | a finite real",
        "fb7ff0000000000000 | 0 | a finite real",
        "fb7ff8000000000000 | 0 | a finite real",
        "f7 | 0 | false, true, null or a real but found 0xf7",
        "f0 | 0 | false, true, null or a real but found 0xf0",
        "f8ff | 0 | false, true, null or a real but found 0xf8",
        "40 | 0 | no byte string",
        "4401020304 | 0 | no byte string",
        "a201020304 | 1 | text as a key but found 0x1",
        "5f42010243030405ff | 0 | no byte string",
        "7f657374726561646d696e67ff | 0 | a definite length",
        "9fff | 0 | a definite length",
        "83018202039f0405ff | 5 | a definite length",
        "bf61610161629f0203ffff | 0 | a definite length",
        // Not in the shortest form
        "1817 | 0 | 23 in its shortest form",
        "1900ff | 0 | 255 in its shortest form",
        "1a0000ffff | 0 | 65535 in its shortest form",
        "1b00000000ffffffff | 0 | 4294967295 in its shortest form",
        "3817 | 0 | 23 in its shortest form",
        "780161 | 0 | 1 in its shortest form",
        "9801f6 | 0 | 1 in its shortest form",
        "fa3f800000 | 0 | 1.0 as a 16-bit real",
        "fa80000000 | 0 | -0.0 as a 16-bit real",
        "fb3ff0000000000000 | 0 | 1.0 as a shorter real",
        "fb40f86a0000000000 | 0 | 100000.0 as a shorter real",
        // Keys
        "a2616201616102 | 4 | keys in the bytewise order",
        "a26261610161620 2 | 5 | keys in the bytewise order",
        "a2616101616102 | 4 | each key once",
        // Truncated, malformed, too much
        "18 | 0 | a number of 1 bytes but the input ends",
        "f93c | 0 | a 16-bit real but the input ends",
        "fa47c350 | 0 | a 32-bit real but the input ends",
        "fb3ff1999999 | 0 | a 64-bit real but the input ends",
        "6261 | 0 | 2 bytes of text but only 1 bytes are left",
        "820 1 | 0 | 2 elements but only 1 bytes are left",
        "a16161 | 3 | a value but the input ends",
        "0000 | 1 | the end but found 1 more bytes",
        "62c328 | 1 | well-formed UTF-8",
        "63eda080 | 1 | well-formed UTF-8",
        "62c080 | 1 | well-formed UTF-8",
        "1c | 0 | the reserved 0x1c",
        "ff | 0 | false, true, null or a real but found 0xff",
      })
  void refusesWhatEncodingNeverGives(String hex, int offset, String expectation) {
    assertThatThrownBy(() -> Cbor.decode(HexFormat.of().parseHex(hex.replace(" ", ""))))
        .isInstanceOf(GarbledData.class)
        .hasMessageStartingWith("CBOR byte " + offset + ": expected ")
        .hasMessageContaining(expectation);
  }
}
