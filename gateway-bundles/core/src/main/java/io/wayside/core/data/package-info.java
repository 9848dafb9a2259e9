// SPDX-License-Identifier: Apache-2.0
/**
 * Record content as a small value tree, and its two interchangeable forms: deterministic CBOR and
 * JSON.
 */
@Export
@Version("1.1.0")
@NullMarked
package io.wayside.core.data;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
