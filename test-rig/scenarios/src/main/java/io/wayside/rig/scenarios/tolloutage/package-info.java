// SPDX-License-Identifier: Apache-2.0
/**
 * Days without an office, through what the gateway posts with: journal on disk, office over HTTP.
 */
@NullMarked
package io.wayside.rig.scenarios.tolloutage;

import org.jspecify.annotations.NullMarked;
