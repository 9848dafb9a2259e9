// SPDX-License-Identifier: Apache-2.0
/**
 * Recordings of raw signals: one file that says by itself what was sampled, how and when. Coding
 * only; who reads and writes files brings the bytes. docs/recording.md has the layout.
 */
@Export
@Version("1.0.0")
@NullMarked
package io.wayside.core.recording;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
