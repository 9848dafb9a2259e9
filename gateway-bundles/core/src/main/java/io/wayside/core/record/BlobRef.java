// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.record;

/**
 * A reference to bulk content by its hash.
 *
 * @param name the part it plays in the record
 * @param mediaType IANA media type
 * @param sha256 lower-case hexadecimal SHA-256 of the bytes
 * @param bytes length in bytes
 */
public record BlobRef(String name, String mediaType, String sha256, long bytes) {}
