// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.toll.audit;

import io.wayside.core.data.Json;
import io.wayside.core.record.BlobRef;
import io.wayside.journal.record.RecordEnvelope;
import io.wayside.tolling.audit.AuditFiles;
import io.wayside.tolling.audit.Complaint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes the pack; the same evidence gives the same bytes. */
final class Pack {

  private static final LocalDateTime ALWAYS = LocalDateTime.of(2000, 1, 1, 0, 0);

  private static final String README =
      """
      page.html       xem bằng trình duyệt / open it in a browser
      record.json     bản ghi như trong sổ ghi / the record as the journal has it
      proof/          chứng cứ cho từng bản ghi: / the proof of each record:
                      ./wayside verify proof/FILE --key KEY
      verify.txt      kết quả kiểm tra khi lập gói / what that check said when this was made
      *.csv, *.svg    diễn biến, thẻ, danh sách / timeline, tags, lists
      pictures/       hình ảnh còn lưu / pictures that are still kept
      """;

  private Pack() {}

  /** Under another name until it is whole. */
  static void write(Path out, Complaint complaint, Evidence evidence) throws IOException {
    Path part = out.resolveSibling(out.getFileName() + ".part");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(part))) {
      text(zip, "README.txt", README);
      text(
          zip,
          "record.json",
          Json.writeIndented(RecordEnvelope.toValue(complaint.record())) + "\n");
      for (Map.Entry<String, String> file : AuditFiles.of(complaint).entrySet()) {
        text(zip, file.getKey(), file.getValue());
      }
      text(zip, "verify.txt", evidence.verified());
      for (Map.Entry<String, Path> proof : evidence.proof().entrySet()) {
        copy(zip, "proof/" + proof.getKey(), proof.getValue());
      }
      Set<String> packed = new HashSet<>();
      for (BlobRef blob : complaint.record().blobs()) {
        Path file = evidence.pictures().get(blob.sha256());
        // Two of one content, such as of a camera that stands still, are one file.
        if (file != null && packed.add(blob.sha256())) {
          copy(zip, "pictures/" + blob.sha256() + ending(blob.mediaType()), file);
        }
      }
    } catch (IOException failed) {
      Files.deleteIfExists(part);
      throw failed;
    }
    Files.move(part, out, StandardCopyOption.ATOMIC_MOVE);
  }

  private static String ending(String mediaType) {
    return switch (mediaType) {
      case "image/jpeg" -> ".jpg";
      case "image/png" -> ".png";
      default -> ".bin";
    };
  }

  private static void text(ZipOutputStream zip, String name, String text) throws IOException {
    begin(zip, name);
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private static void copy(ZipOutputStream zip, String name, Path file) throws IOException {
    begin(zip, name);
    Files.copy(file, zip);
    zip.closeEntry();
  }

  private static void begin(ZipOutputStream zip, String name) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(ALWAYS);
    zip.putNextEntry(entry);
  }

  /** A folder with all that is in it. */
  static void remove(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder()).forEach(Pack::delete);
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
