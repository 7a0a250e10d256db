/* ITU-T H.265, 9.3.2.2: where the odds of each element stand, and what is carried behind them. */

#ifndef HEVC_ODDS_H
#define HEVC_ODDS_H

enum {
    SAO_MERGE = 0, /* sao_merge_..._flag */
    SAO_TYPE = 1, /* sao_type_idx_... */
    SPLIT = 2, /* split_cu_flag */
    BYPASS = 5, /* cu_transquant_bypass_flag */
    SKIP = 6, /* cu_skip_flag */
    DELTA = 9, /* cu_qp_delta_abs */
    INTRA = 11, /* pred_mode_flag */
    PARTS = 12, /* part_mode */
    PREVIOUS_LUMA = 16, /* prev_intra_luma_pred_flag */
    CHROMA_MODE = 17, /* intra_chroma_pred_mode */
    MERGE = 18, /* merge_flag */
    MERGE_INDEX = 19, /* merge_idx */
    DIRECTION = 20, /* inter_pred_idc */
    REFERENCE = 25, /* ref_idx_l? */
    MOTION = 27, /* abs_mvd_greater?_flag */
    PREDICTOR = 29, /* mvp_l?_flag */
    ROOT = 30, /* rqt_root_cbf */
    SPLIT_TRANSFORM = 31, /* split_transform_flag */
    CODED_LUMA = 34, /* cbf_luma */
    CODED_CHROMA = 36, /* cbf_cb, cbf_cr */
    SKIP_TRANSFORM = 41, /* transform_skip_flag */
    STEPS = 43, /* explicit_rdpcm_flag */
    STEPS_WAY = 45, /* explicit_rdpcm_dir_flag */
    LAST_X = 47, /* last_sig_coeff_x_prefix */
    LAST_Y = 65, /* last_sig_coeff_y_prefix */
    GROUP = 83, /* coded_sub_block_flag */
    SIGNIFICANT = 87, /* sig_coeff_flag */
    GREATER1 = 131, /* coeff_abs_level_greater1_flag */
    GREATER2 = 155, /* coeff_abs_level_greater2_flag */
    SCALE = 161, /* log2_res_scale_abs_plus1 */
    SCALE_SIGN = 169, /* res_scale_sign_flag */
    CHROMA_LIST = 171, /* cu_chroma_qp_offset_flag */
    CHROMA_LIST_INDEX = 172, /* cu_chroma_qp_offset_idx */
    CONTEXTS = 173,
    STATISTICS = 173, /* StatCoeff, four of them */
    ODDS = 177,
};

#endif
