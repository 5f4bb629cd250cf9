/** Words after which a list of words or subjects stands that the response must take up. */
export const TRIGGER =
  /(?<![\p{L}])(?:mention(?:s|ing)?|(?:includ(?:e|es|ing)|us(?:e|es|ing)|contain(?:s|ing)?) (?:the|these) (?:following )?(?:words?|keywords?|phrases?|terms?)|keywords?(?: are)?|key words?|cover(?:s|ing)?|touch(?:es|ing)? (?:up)?on|focus(?:s?ed|s?es|s?ing)? (?:only |mainly |especially )?on|concentrat(?:e|es|ing) on|emphasi[sz](?:e|es|ing)|talk(?:s|ing)? about|discuss(?:es|ing)?|address(?:es|ing)?|the words|the word(?= "))(?: (?:the|these|this|my)(?: following| two| three)? (?:words?|keywords?|key words|phrases?|terms?|topics?|aspects?))?\s*:?\s+/giu;
/** "in terms of cost", "from the tenant's point of view", "relate it to football": a subject, named more loosely. */
export const SUBJECT =
  /(?<![\p{L}])(?:(?:relat|connect|link|appl|tailor|gear)(?:e|es|ing|y|ies|s|ed)?(?: (?:it|this|that|them|everything|things|the \p{L}+|your \p{L}+))?(?: back)? to|t(?:ie|ies|ying) (?:it|this|everything)(?: back)? to|in terms of|in the context of|with (?:regard|respect|reference|a view) to|with (?:an? |the )?(?:\p{L}+ )?(?:emphasis|focus|accent|eye|stress) on|through the (?:lens|eyes) of(?: an?| the)?|seen from|from (?:the |a |an )?(?:perspective|viewpoint|standpoint|point of view|angle|eyes) of|refer(?:s|ring)? to|bring(?:s|ing)? (?:up|in)|(?<!\b(?:i|we|who|they) )work(?:s|ing)? in|weav(?:e|es|ing) in|say something (?:about|on)|tell me (?:more )?about|don't forget|do not forget|highlight(?:s|ing)?|underlin(?:e|es|ing)|prioriti[sz](?:e|es|ing)|cent(?:red|ered|re|er) (?:it )?(?:on|around)|revolv(?:e|es|ing) around|pay(?:s|ing)? attention to|use (?:terms|images|examples|metaphors|analogies|comparisons|words) (?:from|of|about)|(?:examples|metaphors|images|analogies|comparisons|terms) (?:from|about|out of)|(?:interested|interest) in|(?:care|worry|curious|concerned) (?:most |mainly |mostly |especially |only )?about|such as|especially|particularly)\s+/giu;
/** "make sure that cost and noise come up", "these terms must appear: cost, noise". */
export const COMES_UP =
  /(?:make sure(?: that)?|ensure(?: that)?|see to it that|check that|i want)\s+([^.;:!?]{2,80}?)\s+(?:(?:all |both |each )?(?:comes?|gets?|is|are|be|must be|appears?|features?|occurs?|to (?:come|be|appear)))(?:\s+(?:up|mentioned|covered|included|named|addressed|discussed|used|in there|in it|there|in the (?:text|answer)))?(?=[\s.,;!?]|$)/giu;
/** "work these terms in: cost, noise". */
export const LISTED_AFTER_COLON =
  /(?<![\p{L}])(?:words?|terms?|keywords?|key words?|phrases?|names?|topics?|points|aspects|subjects|expressions|these|the following|those)\b[^.:;!?"\n]{0,40}:\s+/giu;
/** "from the tenant's perspective", "from a legal angle". */
export const PERSPECTIVE =
  /from (?:the |a |an )?((?:[\p{L}'-]+ ){1,3}?)(?:perspective|viewpoint|standpoint|point of view|angle)/giu;

/** "use cooking metaphors", "with football comparisons". */
export const IMAGES_FROM =
  /(?:us(?:e|es|ing)|with|in|through)\s+((?:[\p{L}'-]+ ){1,2}?)(?:metaphors?|analog(?:y|ies)|images|imagery|comparisons?|references|similes)/giu;
