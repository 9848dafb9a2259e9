// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.record;

/**
 * Bulk content that goes with a draft, such as a raw signal or a picture. The journal keeps it as a
 * file named by its hash and writes a {@link BlobRef} into the record.
 *
 * @param name the part it plays in the record, such as {@code signal}
 * @param mediaType IANA media type
 * @param content the bytes; the caller must not change them afterwards
 */
@SuppressWarnings("ArrayRecordComponent") // known by its hash; copying pictures would cost
public record Blob(String name, String mediaType, byte[] content) {}
