/*
 * OneModel: reconstruct and denoise images with one StyleGAN.
 * Copyright (c) 2026, OneModel developers. SPDX-License-Identifier: BSD-2-Clause
 */
package org.onemodel.ij1.manager;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CardTextTest {

    @Test
    void paragraphsBecomeOneLineAndAllElseStays() {
        assertThat(
                        CardText.of(
                                """
                                # Title

                                A paragraph
                                of two lines.

                                | a | b |
                                |---|---|
                                | 1 | 2 |

                                - one
                                - two

                                    code here
                                """))
                .isEqualTo(
                        """
                        # Title

                        A paragraph of two lines.

                        | a | b |
                        |---|---|
                        | 1 | 2 |

                        - one
                        - two

                            code here""");
    }
}
