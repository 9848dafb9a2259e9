// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartReaderTest {

  private static final int MOST = 100_000;
  private static final String TYPE = "multipart/x-mixed-replace; boundary=frame";
  private static final byte[] ONE = jpeg(1, 300);
  private static final byte[] TWO = jpeg(2, 5_000);

  /** Begins and ends as a JPEG does, with line ends and hyphens inside. */
  private static byte[] jpeg(long seed, int length) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    for (int i = 10; i + 4 < length; i += 37) {
      bytes[i] = '\r';
      bytes[i + 1] = '\n';
      bytes[i + 2] = '-';
      bytes[i + 3] = '-';
      bytes[i + 4] = 1;
    }
    bytes[0] = (byte) 0xff;
    bytes[1] = (byte) 0xd8;
    bytes[length - 2] = (byte) 0xff;
    bytes[length - 1] = (byte) 0xd9;
    return bytes;
  }

  private static byte[] bytes(Object... pieces) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Object piece : pieces) {
      out.writeBytes(
          piece instanceof byte[] raw
              ? raw
              : piece.toString().getBytes(StandardCharsets.ISO_8859_1));
    }
    return out.toByteArray();
  }

  private static List<byte[]> read(String type, byte[] all, int piece) throws Unreadable {
    MultipartReader reader = new MultipartReader(type, MOST);
    List<byte[]> parts = new ArrayList<>();
    for (int at = 0; at < all.length; at += piece) {
      int count = Math.min(piece, all.length - at);
      byte[] cut = new byte[count];
      System.arraycopy(all, at, cut, 0, count);
      reader.add(cut, count);
      Optional<Part> part = reader.next();
      while (part.isPresent()) {
        parts.add(part.get().content());
        part = reader.next();
      }
    }
    return parts;
  }

  private static byte[] wellFormed() {
    return bytes(
        "--frame\r\nContent-Type: image/jpeg\r\nContent-Length: 300\r\n\r\n",
        ONE,
        "\r\n--frame\r\nContent-Type: image/jpeg\r\nContent-Length: 5000\r\n\r\n",
        TWO,
        "\r\n--frame--\r\n");
  }

  @Test
  void partsAreFoundHoweverTheBytesAreCut() throws Unreadable {
    for (int piece = 1; piece < 700; piece++) {
      assertThat(read(TYPE, wellFormed(), piece)).containsExactly(ONE, TWO);
    }
  }

  @Test
  void aPictureWithItsLengthIsThereWithItsLastByte() throws Unreadable {
    byte[] all = bytes("--frame\r\nContent-Length: 300\r\n\r\n", ONE);

    assertThat(read(TYPE, all, 7)).containsExactly(ONE);
  }

  @Test
  void headersAreKnownByLowerCaseNames() throws Unreadable {
    MultipartReader reader = new MultipartReader(TYPE, MOST);
    byte[] all = bytes("--frame\r\nX-Time:  12 \r\nCONTENT-length:300\r\nno header\r\n\r\n", ONE);
    reader.add(all, all.length);

    assertThat(reader.next().orElseThrow().headers())
        .containsEntry("x-time", "12")
        .containsEntry("content-length", "300")
        .hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "multipart/x-mixed-replace; boundary=\"frame\"",
        "multipart/x-mixed-replace;boundary=--frame",
        "multipart/x-mixed-replace; charset=x; BOUNDARY = frame",
        "multipart/x-mixed-replace",
        "multipart/x-mixed-replace; boundary=",
        "multipart/x-mixed-replace; boundary=\"--frame\"; x=y"
      })
  void theBoundaryMayBeAnnouncedInManyWaysOrNotAtAll(String type) throws Unreadable {
    assertThat(read(type, wellFormed(), 11)).containsExactly(ONE, TWO);
  }

  @Test
  void moreHyphensThanAnnouncedDoNoHarm() throws Unreadable {
    byte[] all = bytes("----frame\r\n\r\n", TWO, "\r\n----frame\r\n\r\n", ONE, "\r\n----frame\r\n");

    assertThat(read("multipart/x-mixed-replace; boundary=--frame", all, 13))
        .containsExactly(TWO, ONE);
  }

  @Test
  void aPartWithoutALengthEndsAtTheBoundary() throws Unreadable {
    byte[] text = "no picture at all".getBytes(StandardCharsets.ISO_8859_1);
    byte[] all = bytes("--frame\r\n\r\n", text, "\r\n--frame\r\n\r\n", TWO, "\r\n--frame\r\n");

    assertThat(read(TYPE, all, 5)).containsExactly(text, TWO);
  }

  @Test
  void linesMayEndByLineFeedAlone() throws Unreadable {
    byte[] all =
        bytes("--frame\nContent-Length: 300\n\n", ONE, "\n--frame\n\n", TWO, "\n--frame\n");

    assertThat(read(TYPE, all, 9)).containsExactly(ONE, TWO);
  }

  @ParameterizedTest
  @ValueSource(strings = {"4999", "100", "0", "5600", "90000", "-1", "99999999999", "many"})
  void aWrongLengthIsNotBelieved(String length) throws Unreadable {
    byte[] all =
        bytes(
            "--frame\r\nContent-Length: ",
            length,
            "\r\n\r\n",
            TWO,
            "\r\n--frame\r\nContent-Length: 300\r\n\r\n",
            ONE,
            "\r\n--frame\r\n");

    assertThat(read(TYPE, all, 100)).containsExactly(TWO, ONE);
  }

  @Test
  void whatComesBeforeTheFirstBoundaryIsPassedOver() throws Unreadable {
    byte[] all =
        bytes("\r\nWelcome to the camera\r\n--fram\r\n--frame\r\n\r\n", ONE, "\r\n--frame\r\n");

    assertThat(read(TYPE, all, 3)).containsExactly(ONE);
  }

  @Test
  void aPartWithoutAnEndIsRefused() {
    byte[] all = bytes("--frame\r\n\r\n", new byte[2 * MOST]);

    assertThatThrownBy(() -> read(TYPE, all, 1_000))
        .isInstanceOf(Unreadable.class)
        .hasMessageContaining("exceeds " + MOST);
  }

  @Test
  void aHeadWithoutAnEndIsRefused() {
    byte[] all = bytes("--frame\r\n", "A: b\r\n".repeat(10_000));

    assertThatThrownBy(() -> read(TYPE, all, 1_000)).isInstanceOf(Unreadable.class);
    byte[] oneLine = bytes("--frame\r\n", "A".repeat(10_000));
    assertThatThrownBy(() -> read(TYPE, oneLine, 1_000)).isInstanceOf(Unreadable.class);
  }

  @Test
  void anAnswerWithoutABoundaryIsRefused() {
    assertThatThrownBy(() -> read(TYPE, new byte[2 * MOST], 1_000))
        .isInstanceOf(Unreadable.class)
        .hasMessageContaining("no boundary");
  }

  @Test
  void anySpoiltBytesGivePartsOrAreRefusedAndNothingElse() {
    Random random = new Random(20_26);
    int refused = 0;
    int parts = 0;
    for (int round = 0; round < 3_000; round++) {
      byte[] all = round % 3 == 0 ? new byte[random.nextInt(3_000)] : wellFormed();
      if (round % 3 == 0) {
        random.nextBytes(all);
      }
      for (int k = random.nextInt(40); k > 0 && all.length > 0; k--) {
        all[random.nextInt(all.length)] = (byte) "-\r\nfrme: 0\u00ff".charAt(random.nextInt(11));
      }
      try {
        List<byte[]> read =
            read(random.nextBoolean() ? TYPE : "multipart/x", all, 1 + random.nextInt(999));
        parts += read.size();
        assertThat(read.stream().mapToInt(part -> part.length).sum())
            .isLessThanOrEqualTo(all.length);
      } catch (Unreadable declared) {
        refused++;
      }
    }
    assertThat(parts).isPositive();
    assertThat(refused).isGreaterThanOrEqualTo(0);
  }

  @Test
  void afterSpoiltBytesTheNextWholePartIsFound() throws Unreadable {
    Random random = new Random(7);
    byte[] next = bytes("\r\n--frame\r\nContent-Length: 300\r\n\r\n", ONE, "\r\n--frame\r\n");
    for (int round = 0; round < 500; round++) {
      byte[] spoilt = wellFormed();
      int cut = random.nextInt(spoilt.length);
      byte[] begun = new byte[cut];
      System.arraycopy(spoilt, 0, begun, 0, cut);
      // Twice, since a boundary cut in a head takes the part after it with it.
      List<byte[]> parts = read(TYPE, bytes(begun, next, next), 64);

      assertThat(parts.get(parts.size() - 1)).isEqualTo(ONE);
    }
  }

  /** The next boundary may come only with the next event, long after. */
  @Test
  void aDocumentWithItsLengthIsThereWithItsLastByte() throws Unreadable {
    for (String document : List.of("<a>\r\n</a>\r\n", "{\"a\":{}}", " <a/> ")) {
      byte[] all = bytes("--frame\r\nContent-Length: " + document.length() + "\r\n\r\n" + document);

      assertThat(read(TYPE, all, 7)).containsExactly(bytes(document));
    }
  }

  @Test
  void linesWithTheirLengthAreThereWithTheirLastByte() throws Unreadable {
    byte[] all = bytes("--frame\r\nContent-Type: Text/plain\r\nContent-Length:6\r\n\r\na=1\nb\n");

    assertThat(read(TYPE, all, 7)).containsExactly(bytes("a=1\nb\n"));
  }

  @Test
  void aDocumentWithAWrongLengthIsThereWithTheNextBoundary() throws Unreadable {
    byte[] all =
        bytes("--frame\r\nContent-Length: 2\r\n\r\n<a></a>\r\n--frame\r\n\r\nx\r\n--frame\r\n");

    assertThat(read(TYPE, all, 5)).containsExactly(bytes("<a></a>"), bytes("x"));
  }
}
